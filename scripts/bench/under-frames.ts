type Work = () => void
type Frame = (left: number, work: Work) => void

/** Calls of the application's on the stack, where a comparison does not say. */
export const USUAL_FRAMES = 20

/** The callback of the event loop that a burst starts in, and the burst itself. */
const OWN_FRAMES = 2

/**
 * Runs work in a callback of the event loop, with so many calls of the application's on the stack,
 * each of another function as in real programs. Nothing waits for the callback, so no more than these
 * are there.
 */
export async function runUnderFrames(frames: number, work: Work): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(() => {
      f1(frames - OWN_FRAMES, work)
      resolve()
    })
  })
}

const f1: Frame = (left, work) => (left > 1 ? f2(left - 1, work) : work())
const f2: Frame = (left, work) => (left > 1 ? f3(left - 1, work) : work())
const f3: Frame = (left, work) => (left > 1 ? f4(left - 1, work) : work())
const f4: Frame = (left, work) => (left > 1 ? f5(left - 1, work) : work())
const f5: Frame = (left, work) => (left > 1 ? f6(left - 1, work) : work())
const f6: Frame = (left, work) => (left > 1 ? f7(left - 1, work) : work())
const f7: Frame = (left, work) => (left > 1 ? f8(left - 1, work) : work())
const f8: Frame = (left, work) => (left > 1 ? f9(left - 1, work) : work())
const f9: Frame = (left, work) => (left > 1 ? f10(left - 1, work) : work())
const f10: Frame = (left, work) => (left > 1 ? f11(left - 1, work) : work())
const f11: Frame = (left, work) => (left > 1 ? f12(left - 1, work) : work())
const f12: Frame = (left, work) => (left > 1 ? f13(left - 1, work) : work())
const f13: Frame = (left, work) => (left > 1 ? f14(left - 1, work) : work())
const f14: Frame = (left, work) => (left > 1 ? f15(left - 1, work) : work())
const f15: Frame = (left, work) => (left > 1 ? f16(left - 1, work) : work())
const f16: Frame = (left, work) => (left > 1 ? f17(left - 1, work) : work())
const f17: Frame = (left, work) => (left > 1 ? f18(left - 1, work) : work())
const f18: Frame = (left, work) => (left > 1 ? f19(left - 1, work) : work())
const f19: Frame = (left, work) => (left > 1 ? f20(left - 1, work) : work())
const f20: Frame = (left, work) => (left > 1 ? f21(left - 1, work) : work())
const f21: Frame = (left, work) => (left > 1 ? f22(left - 1, work) : work())
const f22: Frame = (left, work) => (left > 1 ? f23(left - 1, work) : work())
const f23: Frame = (left, work) => (left > 1 ? f24(left - 1, work) : work())
const f24: Frame = (left, work) => (left > 1 ? f25(left - 1, work) : work())
const f25: Frame = (left, work) => (left > 1 ? f26(left - 1, work) : work())
const f26: Frame = (left, work) => (left > 1 ? f27(left - 1, work) : work())
const f27: Frame = (left, work) => (left > 1 ? f28(left - 1, work) : work())
const f28: Frame = (left, work) => (left > 1 ? f29(left - 1, work) : work())
const f29: Frame = (left, work) => (left > 1 ? f30(left - 1, work) : work())
const f30: Frame = (left, work) => (left > 1 ? f31(left - 1, work) : work())
const f31: Frame = (left, work) => (left > 1 ? f32(left - 1, work) : work())
const f32: Frame = (left, work) => (left > 1 ? f33(left - 1, work) : work())
const f33: Frame = (left, work) => (left > 1 ? f34(left - 1, work) : work())
const f34: Frame = (left, work) => (left > 1 ? f35(left - 1, work) : work())
const f35: Frame = (left, work) => (left > 1 ? f36(left - 1, work) : work())
const f36: Frame = (left, work) => (left > 1 ? f37(left - 1, work) : work())
const f37: Frame = (left, work) => (left > 1 ? f38(left - 1, work) : work())
const f38: Frame = (left, work) => (left > 1 ? f39(left - 1, work) : work())
const f39: Frame = (left, work) => (left > 1 ? f40(left - 1, work) : work())
const f40: Frame = (left, work) => (left > 1 ? f1(left - 1, work) : work())
