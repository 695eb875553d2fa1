/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const LOWER_BODY_ROWS = `
Ball Wall Squat               | quads      | stabilization | 1 | stability ball         | knee
Single-Leg Box Squat          | quads      | stabilization | 2 | box                    | knee!
Bodyweight Squat              | quads      | stabilization | 1 | -                      | knee
Step-Up to Overhead Press     | quads      | stabilization | 2 | dumbbells, box         | knee, shoulder
Half-Dome Lunge               | quads      | stabilization | 3 | half dome              | knee!, ankle!
Wall Sit                      | quads      | stabilization | 1 | -                      | knee
Barbell Back Squat            | quads      | strength      | 2 | barbell, rack          | knee!, lower back!
Front Squat                   | quads      | strength      | 3 | barbell, rack          | knee!, wrist!
Goblet Squat                  | quads      | strength      | 1 | dumbbells              | knee
Kettlebell Front Squat        | quads      | strength      | 2 | kettlebell             | knee, wrist
Leg Press                     | quads      | strength      | 1 | machines               | knee
Leg Extension                 | quads      | strength      | 1 | machines               | knee!
Walking Dumbbell Lunge        | quads      | strength      | 2 | dumbbells              | knee!
Bulgarian Split Squat         | quads      | strength      | 2 | dumbbells, bench       | knee!, hip
Dumbbell Step-Up              | quads      | strength      | 1 | dumbbells, box         | knee
Band Squat                    | quads      | strength      | 1 | band                   | knee
Straight-Leg Raise            | quads      | stabilization | 1 | -                      | -
Terminal Knee Extension       | quads      | stabilization | 1 | band                   | -
Spanish Squat Hold            | quads      | strength      | 2 | band                   | -
Weighted Squat Jump           | quads      | power         | 2 | dumbbells              | knee!, ankle
Speed Squat                   | quads      | power         | 3 | barbell, rack          | knee!, lower back
Alternating Lunge Jump        | quads      | power         | 2 | -                      | knee!, ankle
Ball Leg Curl                 | hamstrings | stabilization | 2 | stability ball         | lower back
Single-Leg Floor Bridge       | hamstrings | stabilization | 1 | -                      | -
Sliding Leg Curl              | hamstrings | stabilization | 2 | -                      | knee
Single-Leg Dumbbell Deadlift  | hamstrings | stabilization | 2 | dumbbells              | lower back, ankle
Romanian Deadlift             | hamstrings | strength      | 2 | barbell                | lower back!
Dumbbell Romanian Deadlift    | hamstrings | strength      | 1 | dumbbells              | lower back
Conventional Deadlift         | hamstrings | strength      | 3 | barbell                | lower back!, wrist
Kettlebell Deadlift           | hamstrings | strength      | 1 | kettlebell             | lower back
Seated Leg Curl               | hamstrings | strength      | 1 | machines               | knee
Lying Leg Curl                | hamstrings | strength      | 1 | machines               | knee
Nordic Curl                   | hamstrings | strength      | 3 | -                      | knee!
Band Good Morning             | hamstrings | strength      | 1 | band                   | lower back
Explosive Kettlebell Swing    | hamstrings | power         | 2 | kettlebell             | lower back!
Barbell Clean Pull            | hamstrings | power         | 3 | barbell                | lower back!, wrist
Band Pull-Through             | glutes     | stabilization | 1 | band                   | lower back
Lateral Tube Walk             | glutes     | stabilization | 1 | band                   | -
Side-Lying Hip Abduction      | glutes     | stabilization | 1 | -                      | -
Quadruped Hip Extension       | glutes     | stabilization | 1 | -                      | wrist, knee
Ball Bridge                   | glutes     | stabilization | 1 | stability ball         | -
Barbell Hip Thrust            | glutes     | strength      | 2 | barbell, bench         | hip
Dumbbell Hip Thrust           | glutes     | strength      | 1 | dumbbells, bench       | -
Cable Kickback                | glutes     | strength      | 1 | cable machine          | -
Hip Abduction Machine         | glutes     | strength      | 1 | machines               | hip
Sumo Kettlebell Deadlift      | glutes     | strength      | 2 | kettlebell             | lower back, hip
Dumbbell Side Lunge           | glutes     | strength      | 2 | dumbbells              | knee, hip
Kneeling Squat Jump           | glutes     | power         | 3 | -                      | knee!
Lateral Bound                 | glutes     | power         | 2 | -                      | knee, ankle!
Single-Leg Calf Raise         | calves     | stabilization | 1 | -                      | ankle
Half-Dome Calf Raise          | calves     | stabilization | 2 | half dome              | ankle!
Standing Machine Calf Raise   | calves     | strength      | 1 | machines               | ankle
Dumbbell Calf Raise           | calves     | strength      | 1 | dumbbells              | ankle
Seated Dumbbell Calf Raise    | calves     | strength      | 1 | dumbbells, bench       | -
Pogo Hops                     | calves     | power         | 2 | -                      | ankle!
Squat, Curl to Overhead Press | total body | stabilization | 2 | dumbbells              | knee, shoulder
Multiplanar Step-Up Balance, Curl, Press | total body | stabilization | 3 | dumbbells, box | knee, shoulder
Turkish Get-Up                | total body | stabilization | 3 | kettlebell             | shoulder!, wrist
Crawl and Reach               | total body | stabilization | 1 | -                      | wrist, knee
Lunge to Two-Arm Dumbbell Press | total body | strength    | 2 | dumbbells              | knee, shoulder
Kettlebell Clean and Press    | total body | strength      | 2 | kettlebell             | shoulder!, wrist
Dumbbell Farmer Carry          | total body | strength      | 1 | dumbbells              | wrist
Barbell Thruster              | total body | strength      | 3 | barbell, rack          | knee!, shoulder!
Barbell Power Clean           | total body | power         | 3 | barbell                | lower back!, wrist!
Dumbbell Snatch               | total body | power         | 3 | dumbbells              | shoulder!, lower back
Medicine Ball Scoop Toss      | total body | power         | 1 | medicine ball          | lower back
Squat Thrust                  | total body | power         | 1 | -                      | wrist, knee
`
