/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const PLYOMETRIC_ROWS = `
Squat Jump with Hold          | quads      | stabilization | 1 | -                  | knee, ankle
Box Jump-Up with Hold         | quads      | stabilization | 2 | box                | knee!, ankle
Box Jump-Down with Hold       | quads      | stabilization | 2 | box                | knee!, ankle!
Multiplanar Jump with Hold    | quads      | stabilization | 2 | -                  | knee, ankle!
Line Hop with Hold            | calves     | stabilization | 1 | -                  | ankle
Medicine Ball Drop and Catch  | chest      | stabilization | 1 | medicine ball      | wrist, elbow
Repeat Squat Jump             | quads      | strength      | 2 | -                  | knee!, ankle
Tuck Jump                     | quads      | strength      | 3 | -                  | knee!, ankle!
Butt Kick Jump                | hamstrings | strength      | 2 | -                  | knee!, ankle
Power Step-Up                 | quads      | strength      | 2 | box                | knee
Lunge Jump                    | quads      | strength      | 3 | -                  | knee!, hip
Repeat Box Jump               | quads      | strength      | 2 | box                | knee!, ankle
Kettlebell Swing              | hamstrings | strength      | 2 | kettlebell         | lower back!
Plyo Push-Up                  | chest      | strength      | 3 | -                  | wrist!, shoulder!, elbow
Medicine Ball Chest Pass      | chest      | strength      | 1 | medicine ball      | shoulder
Low Hurdle Hop                | calves     | strength      | 2 | hurdles            | ankle!, knee
Ice Skater                    | glutes     | power         | 2 | -                  | knee, ankle
Single-Leg Power Step-Up      | quads      | power         | 3 | box                | knee!
Proprioceptive Line Hop       | calves     | power         | 2 | cones              | ankle!
Depth Jump                    | quads      | power         | 3 | box                | knee!, ankle!
Hurdle Bound                  | glutes     | power         | 3 | hurdles            | knee!, ankle!
Rotational Ball Throw         | core       | power         | 2 | medicine ball      | lower back, shoulder
Broad Jump                    | glutes     | power         | 2 | -                  | knee!, ankle
`
