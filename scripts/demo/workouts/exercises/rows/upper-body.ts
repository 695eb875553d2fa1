/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const UPPER_BODY_ROWS = `
Ball Dumbbell Chest Press     | chest     | stabilization | 2 | dumbbells, stability ball | shoulder
Push-Up                       | chest     | stabilization | 1 | -                         | wrist, shoulder
Incline Push-Up               | chest     | stabilization | 1 | bench                     | shoulder
Stability Ball Push-Up        | chest     | stabilization | 3 | stability ball            | wrist!, shoulder!
Suspended Push-Up             | chest     | stabilization | 3 | suspension trainer        | shoulder!, wrist
Standing Cable Chest Press    | chest     | stabilization | 1 | cable machine             | shoulder
Standing Band Chest Press     | chest     | stabilization | 1 | band                      | shoulder
Barbell Bench Press           | chest     | strength      | 2 | barbell, rack, bench      | shoulder!, wrist
Incline Barbell Press         | chest     | strength      | 2 | barbell, rack, bench      | shoulder!
Dumbbell Bench Press          | chest     | strength      | 1 | dumbbells, bench          | shoulder
Incline Dumbbell Press        | chest     | strength      | 2 | dumbbells, bench          | shoulder!
Dumbbell Fly                  | chest     | strength      | 2 | dumbbells, bench          | shoulder!, elbow
Machine Chest Press           | chest     | strength      | 1 | machines                  | shoulder
Cable Fly                     | chest     | strength      | 2 | cable machine             | shoulder
Dumbbell Floor Press          | chest     | strength      | 1 | dumbbells                 | elbow
Dumbbell Squeeze Press        | chest     | strength      | 1 | dumbbells, bench          | elbow
Palm Press Hold               | chest     | stabilization | 1 | -                         | -
Weighted Push-Up              | chest     | strength      | 2 | band                      | wrist, shoulder
Two-Arm Ball Chest Pass       | chest     | power         | 2 | medicine ball             | shoulder
Speed Band Press              | chest     | power         | 2 | band                      | shoulder
Clapping Push-Up              | chest     | power         | 3 | -                         | wrist!, shoulder!
Ball Dumbbell Row             | back      | stabilization | 2 | dumbbells, stability ball | lower back
Single-Leg Cable Row          | back      | stabilization | 2 | cable machine             | ankle
Standing Band Row             | back      | stabilization | 1 | band                      | -
Ball Cobra                    | back      | stabilization | 1 | stability ball            | lower back
Suspended Row                 | back      | stabilization | 2 | suspension trainer        | shoulder, elbow
Prone Floor Y                 | back      | stabilization | 1 | -                         | neck, shoulder
Table Row                     | back      | stabilization | 2 | -                         | elbow
Barbell Bent-Over Row         | back      | strength      | 2 | barbell                   | lower back!
One-Arm Dumbbell Row          | back      | strength      | 1 | dumbbells, bench          | elbow
Lat Pulldown                  | back      | strength      | 1 | cable machine             | shoulder
Seated Cable Row              | back      | strength      | 1 | cable machine             | elbow
Pull-Up                       | back      | strength      | 3 | pull-up bar               | shoulder!, elbow!
Chin-Up                       | back      | strength      | 2 | pull-up bar               | shoulder, elbow!
Band-Assisted Pull-Up         | back      | strength      | 1 | pull-up bar, band         | shoulder, elbow
Machine Row                   | back      | strength      | 1 | machines                  | -
Chest-Supported Row           | back      | strength      | 2 | dumbbells, bench          | neck
Gorilla Row                   | back      | strength      | 2 | kettlebell                | lower back!
Overhead Ball Throw           | back      | power         | 2 | medicine ball             | shoulder!
Explosive Band Pull           | back      | power         | 2 | band                      | elbow
Kettlebell High Pull          | back      | power         | 3 | kettlebell                | shoulder!, lower back
Single-Leg Dumbbell Scaption  | shoulders | stabilization | 1 | dumbbells                 | shoulder, ankle
Ball Combo One                | shoulders | stabilization | 2 | dumbbells, stability ball | shoulder, neck
Single-Leg Overhead Press     | shoulders | stabilization | 2 | dumbbells                 | shoulder!, ankle
Band Pull-Apart               | shoulders | stabilization | 1 | band                      | -
Wall Slide                    | shoulders | stabilization | 1 | -                         | -
Half-Kneeling Kettlebell Press | shoulders | stabilization | 2 | kettlebell               | shoulder, knee
Seated Dumbbell Press         | shoulders | strength      | 1 | dumbbells, bench          | shoulder!
Standing Barbell Press        | shoulders | strength      | 2 | barbell, rack             | shoulder!, lower back
Machine Shoulder Press        | shoulders | strength      | 1 | machines                  | shoulder
Lateral Raise                 | shoulders | strength      | 1 | dumbbells                 | shoulder
Cable Face Pull               | shoulders | strength      | 1 | cable machine             | -
Arnold Press                  | shoulders | strength      | 3 | dumbbells                 | shoulder!
Pike Push-Up                  | shoulders | strength      | 2 | -                         | wrist!, shoulder!
Band Overhead Press           | shoulders | strength      | 1 | band                      | shoulder
Push Press                    | shoulders | power         | 3 | barbell, rack             | shoulder!, knee
Overhead Medicine Ball Toss   | shoulders | power         | 2 | medicine ball             | shoulder!
Speed Tubing Shoulder Press   | shoulders | power         | 2 | band                      | shoulder
Single-Leg Dumbbell Curl      | biceps    | stabilization | 1 | dumbbells                 | ankle
Standing Band Curl            | biceps    | stabilization | 1 | band                      | elbow
Suspended Curl                | biceps    | stabilization | 2 | suspension trainer        | elbow!
Towel Curl Hold               | biceps    | stabilization | 1 | -                         | wrist
Barbell Curl                  | biceps    | strength      | 1 | barbell                   | elbow, wrist!
Dumbbell Curl                 | biceps    | strength      | 1 | dumbbells                 | elbow
Hammer Curl                   | biceps    | strength      | 1 | dumbbells                 | elbow
Incline Dumbbell Curl         | biceps    | strength      | 2 | dumbbells, bench          | shoulder, elbow
Cable Curl                    | biceps    | strength      | 1 | cable machine             | elbow
Close-Grip Push-Up            | triceps   | stabilization | 1 | -                         | wrist, elbow
Ball Dumbbell Triceps Extension | triceps | stabilization | 2 | dumbbells, stability ball | elbow!
Single-Leg Cable Pushdown     | triceps   | stabilization | 1 | cable machine             | elbow, ankle
Band Kickback                 | triceps   | stabilization | 1 | band                      | elbow
Cable Pushdown                | triceps   | strength      | 1 | cable machine             | elbow
Close-Grip Bench Press        | triceps   | strength      | 2 | barbell, rack, bench      | wrist!, elbow
Bench Dip                     | triceps   | strength      | 1 | bench                     | shoulder!, wrist
Skull Crusher                 | triceps   | strength      | 2 | barbell, bench            | elbow!
Dumbbell Overhead Extension   | triceps   | strength      | 1 | dumbbells                 | elbow!, shoulder
Band Pushdown                 | triceps   | strength      | 1 | band                      | elbow
`
