/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const CARDIO_ROWS = `
Brisk Walk                    | total body | stabilization | 1 | -                  | -
Treadmill Incline Walk        | glutes     | stabilization | 1 | treadmill          | -
Easy Bike Ride                | quads      | stabilization | 1 | bike               | -
Elliptical Glide              | total body | stabilization | 1 | elliptical         | -
Easy Row                      | back       | stabilization | 1 | rower              | lower back
Stair Walk                    | glutes     | stabilization | 1 | -                  | knee
Tempo Run                     | total body | strength      | 2 | -                  | knee, ankle
Treadmill Intervals           | total body | strength      | 2 | treadmill          | knee, ankle
Bike Intervals                | quads      | strength      | 2 | bike               | knee
Row Intervals                 | back       | strength      | 2 | rower              | lower back!
Jump Rope Rounds              | calves     | strength      | 2 | jump rope          | ankle!
Shadow Boxing Rounds          | shoulders  | strength      | 1 | -                  | shoulder
Hill Sprints                  | glutes     | power         | 3 | -                  | knee!, ankle
Bike Sprints                  | quads      | power         | 2 | bike               | knee
Row Sprints                   | back       | power         | 3 | rower              | lower back!
Burpee Rounds                 | total body | power         | 2 | -                  | wrist!, knee, shoulder
`
