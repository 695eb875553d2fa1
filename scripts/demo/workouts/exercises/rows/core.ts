/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const CORE_ROWS = `
Marching                      | core       | stabilization | 1 | -                  | -
Floor Bridge                  | glutes     | stabilization | 1 | -                  | -
Floor Prone Cobra             | back       | stabilization | 1 | -                  | neck, lower back
Front Plank                   | core       | stabilization | 1 | -                  | elbow, shoulder
Side Plank                    | core       | stabilization | 2 | -                  | shoulder!
Dead Bug                      | core       | stabilization | 1 | -                  | -
Bird Dog                      | core       | stabilization | 1 | -                  | wrist, knee
Pallof Press Hold             | core       | stabilization | 1 | band               | -
Kneeling Anti-Rotation Press  | core       | stabilization | 2 | cable machine      | knee
Hollow Hold                   | core       | stabilization | 2 | -                  | lower back
Stability Ball Stir the Pot   | core       | stabilization | 3 | stability ball     | elbow, shoulder!
Suitcase Hold                 | core       | stabilization | 1 | kettlebell         | wrist
Bear Hold                     | core       | stabilization | 2 | -                  | wrist!, knee
Ball Crunch                   | core       | strength      | 1 | stability ball     | neck
Reverse Crunch                | core       | strength      | 1 | -                  | lower back
Bicycle Crunch                | core       | strength      | 1 | -                  | neck, lower back
Knee Up                       | core       | strength      | 2 | bench              | lower back
Back Extension                | back       | strength      | 1 | machines           | lower back!
Ball Back Extension           | back       | strength      | 2 | stability ball     | lower back!
Cable Rotation                | core       | strength      | 2 | cable machine      | lower back
Band Rotation                 | core       | strength      | 1 | band               | lower back
Hanging Knee Raise            | core       | strength      | 2 | pull-up bar        | shoulder!
Hanging Leg Raise             | core       | strength      | 3 | pull-up bar        | shoulder!, lower back
Ab Wheel Rollout              | core       | strength      | 3 | ab wheel           | shoulder!, lower back!
Suspended Knee Tuck           | core       | strength      | 2 | suspension trainer | wrist!, shoulder
Russian Twist                 | core       | strength      | 2 | medicine ball      | lower back!
Weighted Dead Bug             | core       | strength      | 2 | dumbbells          | shoulder
Suitcase Carry                | core       | strength      | 1 | kettlebell         | wrist
Rotation Chest Pass           | core       | power         | 2 | medicine ball      | shoulder, lower back
Ball Pullover Throw           | core       | power         | 3 | stability ball, medicine ball | shoulder!
Front Medicine Ball Oblique Throw | core   | power         | 2 | medicine ball      | lower back
Side Medicine Ball Oblique Throw  | core   | power         | 3 | medicine ball      | lower back!
Overhead Medicine Ball Slam   | core       | power         | 2 | medicine ball      | shoulder!
Soccer Throw                  | core       | power         | 2 | medicine ball      | shoulder
`
