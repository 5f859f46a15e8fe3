/** Why an injection may disappoint, with the question to ask. What spoke to readers of the collection is said again here. */
export const reasonInPlainWords: Readonly<Record<string, { reason?: string; ask?: string }>> = {
  "bont-fail-too-early": {
    reason: "It was judged too early (before about two weeks) or too late (after about ten).",
    ask: "On which day after the injection was it judged? Can we look at my diary for weeks 3 to 6?",
  },
  "bont-fail-contracture": {
    reason: "What holds the joint is shortened tissue and not spasticity.",
    ask: "If you move my joint very slowly, how far does it go? Would a cast, a splint or an operation be the better question?",
  },
  "bont-fail-wrong-muscle": {
    reason: "The muscle that makes the posture was not the one injected, or the needle missed it.",
    ask: "Which muscles were injected, and how were they found: by ultrasound, stimulation, EMG or by hand?",
  },
  "bont-fail-low-dose": { reason: "The dose was too small, or spread over too many muscles." },
  "bont-fail-too-weak": {
    reason: "The dose took away strength that was being used to stand or to grip.",
    ask: "Did I lose something I could do before? What does that mean for the next dose and for that muscle?",
  },
  "bont-fail-goal": {
    reason: "The goal was one that the toxin cannot reach, such as getting the use of the hand back.",
  },
  "bont-fail-widespread": {
    reason: "The spasticity is all over, and one session cannot cover it within the maximum dose.",
    ask: "What is the better tool for the rest of my body, and which one or two spots is the injection for?",
  },
  "bont-fail-wearing-off": {
    reason: "It works, and then wears off weeks before the next appointment.",
    ask: "In which week does it fade for me? What is the earliest time at which the next one can be given?",
  },
  "bont-fail-muscle-changed": { reason: "The muscle itself has turned stiff and fibrous over the years." },
  "bont-fail-antibodies": {
    reason:
      "It used to work, and two injections in a row did nothing. Antibodies are one cause, but only in about half of such people.",
    ask: "Has everything else been looked at? Is a test injection or another product worth a try?",
  },
  "bont-fail-no-follow-up": {
    reason: "Nothing followed the injection: no stretching, splint or plan, and nobody looked at the peak.",
    ask: "Who sees me at 4 to 6 weeks, and what is there to do in the days after the injection?",
  },
  "bont-fail-trigger": {
    reason:
      "Something else drives the spasms: an infection, a full bladder, constipation, sore skin, tight clothes, pain, a fracture, stress or a relapse.",
  },
};
