/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const BALANCE_ROWS = `
Single-Leg Balance            | total body | stabilization | 1 | -                  | ankle
Single-Leg Balance Reach      | total body | stabilization | 1 | -                  | ankle, hip
Single-Leg Hip Rotation       | glutes     | stabilization | 2 | -                  | ankle, hip
Single-Leg Throw and Catch    | total body | stabilization | 2 | medicine ball      | ankle
Single-Leg Balance on Pad     | total body | stabilization | 2 | balance pad        | ankle!
Tandem Stance Head Turns      | total body | stabilization | 1 | -                  | neck
Half-Dome Stand               | total body | stabilization | 2 | half dome          | ankle!
Single-Leg Windmill           | total body | stabilization | 2 | -                  | ankle, lower back
Single-Leg Squat              | quads      | strength      | 2 | -                  | knee!, ankle
Single-Leg Squat Touchdown    | quads      | strength      | 2 | -                  | knee!, ankle, lower back
Single-Leg Romanian Deadlift  | hamstrings | strength      | 2 | -                  | lower back, ankle
Step-Up to Balance            | quads      | strength      | 1 | box                | knee
Lateral Step-Up to Balance    | glutes     | strength      | 2 | box                | knee
Lunge to Balance              | quads      | strength      | 2 | -                  | knee
Multiplanar Lunge to Balance  | quads      | strength      | 3 | -                  | knee!, hip
Half-Dome Squat               | quads      | strength      | 2 | half dome          | knee, ankle!
Single-Leg Kettlebell Pass    | total body | strength      | 2 | kettlebell         | ankle, wrist
Heel-to-Toe Loaded Walk       | calves     | strength      | 1 | dumbbells          | ankle
Multiplanar Hop with Hold     | quads      | power         | 2 | -                  | knee!, ankle!
Single-Leg Box Hop-Up         | quads      | power         | 3 | box                | knee!, ankle!
Single-Leg Box Hop-Down       | quads      | power         | 3 | box                | knee!, ankle!
Skater Hop to Balance         | glutes     | power         | 2 | -                  | knee, ankle
Half-Dome Hop-On              | quads      | power         | 3 | half dome          | knee, ankle!
`
