/** name | muscle | style | level | equipment | joints it loads (`!`: heavily) */
export const FLEXIBILITY_ROWS = `
Foam Roll Calves              | calves     | roll    | 1 | foam roller          | wrist
Foam Roll Hamstrings          | hamstrings | roll    | 1 | foam roller          | wrist
Foam Roll Quads               | quads      | roll    | 1 | foam roller          | elbow
Foam Roll IT Band             | glutes     | roll    | 2 | foam roller          | hip, wrist
Foam Roll Glutes              | glutes     | roll    | 1 | foam roller          | -
Foam Roll Adductors           | quads      | roll    | 2 | foam roller          | elbow
Foam Roll Lats                | back       | roll    | 1 | foam roller          | shoulder
Foam Roll Thoracic Spine      | back       | roll    | 1 | foam roller          | neck
Massage Ball Arch             | calves     | roll    | 1 | massage ball         | -
Massage Ball Pecs             | chest      | roll    | 1 | massage ball         | -
Massage Ball Rear Shoulder    | shoulders  | roll    | 1 | massage ball         | -
Massage Ball Piriformis       | glutes     | roll    | 2 | massage ball         | hip
Standing Calf Stretch         | calves     | static  | 1 | -                    | -
Soleus Stretch                | calves     | static  | 1 | -                    | knee
Kneeling Hip Flexor Stretch   | quads      | static  | 1 | -                    | knee
Standing Quad Stretch         | quads      | static  | 1 | -                    | knee!
Seated Hamstring Stretch      | hamstrings | static  | 1 | -                    | lower back
Supine Hamstring Stretch      | hamstrings | static  | 1 | band                 | -
Figure Four Stretch           | glutes     | static  | 1 | -                    | hip
Pigeon Stretch                | glutes     | static  | 2 | -                    | hip!, knee!
Butterfly Stretch             | quads      | static  | 1 | -                    | hip
Child's Pose                  | back       | static  | 1 | -                    | knee
Ball Lat Stretch              | back       | static  | 1 | stability ball       | shoulder
Doorway Pec Stretch           | chest      | static  | 1 | -                    | shoulder
Cross-Body Shoulder Stretch   | shoulders  | static  | 1 | -                    | -
Upper Trapezius Stretch       | shoulders  | static  | 1 | -                    | neck
Levator Scapulae Stretch      | shoulders  | static  | 1 | -                    | neck
Active Calf Stretch           | calves     | active  | 1 | -                    | -
Active Supine Hamstring Stretch  | hamstrings | active  | 1 | -                    | -
Active Kneeling Hip Flexor Stretch  | quads      | active  | 1 | -                    | knee
Active Standing Adductor Stretch  | quads      | active  | 1 | -                    | -
Active Pec Stretch            | chest      | active  | 1 | -                    | shoulder
Active Ball Lat Stretch       | back       | active  | 2 | stability ball       | shoulder
Active Upper Trapezius Stretch  | shoulders  | active  | 1 | -                    | neck
Ninety-Ninety Hip Switch      | glutes     | active  | 2 | -                    | hip
Leg Swing Front to Back       | hamstrings | dynamic | 1 | -                    | hip
Leg Swing Side to Side        | glutes     | dynamic | 1 | -                    | hip
World's Greatest Stretch      | total body | dynamic | 2 | -                    | wrist, hip
Walking Lunge with Rotation   | quads      | dynamic | 2 | -                    | knee, lower back
Inchworm                      | total body | dynamic | 2 | -                    | wrist, lower back
Arm Circle                    | shoulders  | dynamic | 1 | -                    | shoulder
Medicine Ball Chop and Lift   | total body | dynamic | 2 | medicine ball        | lower back, shoulder
`
