/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const SPEED_ROWS = `
Ladder One-Ins                | calves     | stabilization | 1 | agility ladder     | ankle
Ladder Two-Ins                | calves     | stabilization | 1 | agility ladder     | ankle
Ladder Side Shuffle           | glutes     | stabilization | 1 | agility ladder     | ankle, knee
Fast Feet on the Spot         | calves     | stabilization | 1 | -                  | ankle
High Knee March               | quads      | stabilization | 1 | -                  | hip
Four-Cone Walk-Through        | total body | stabilization | 1 | cones              | -
Ladder In-In-Out-Out          | calves     | strength      | 2 | agility ladder     | ankle!
Ladder Zigzag                 | glutes     | strength      | 2 | agility ladder     | ankle, knee
Box Drill                     | total body | strength      | 2 | cones              | knee, ankle
T-Drill                       | total body | strength      | 2 | cones              | knee!, ankle
Five-Ten-Five Shuttle         | total body | strength      | 2 | cones              | knee!, ankle!
Jump Rope Double Step         | calves     | strength      | 1 | jump rope          | ankle
Lateral Shuffle Touch         | glutes     | strength      | 1 | -                  | knee
Partner Mirror Drill          | total body | power         | 2 | -                  | knee, ankle
Modified Box Drill            | total body | power         | 2 | cones              | knee!, ankle
Flying Ten-Metre Sprint       | hamstrings | power         | 2 | cones              | hip, knee
Lean-Fall-Run                 | total body | power         | 2 | -                  | ankle, hip
Reactive Ball Drop Sprint     | total body | power         | 3 | medicine ball      | knee, ankle!
`
