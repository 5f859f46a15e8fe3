/** Muscles that are injected, by the part of the body where one would point, each with what it does in plain words. */
export type Region = {
  readonly id: string;
  readonly name: string;
  /** where its button lies on the picture of the left half, in the picture's units; a region in the middle has no side */
  readonly x: number;
  readonly y: number;
  readonly hasSides: boolean;
  readonly muscles: readonly (readonly [muscle: string, plain: string])[];
};

export const PICTURE = { width: 330, height: 500 } as const;

export const regions: readonly Region[] = [
  {
    id: "neck",
    name: "Neck",
    x: 165,
    y: 84,
    hasSides: false,
    muscles: [
      ["sternocleidomastoid", "side of the neck, turns the head"],
      ["splenius capitis", "back of the neck"],
      ["trapezius", "neck to shoulder, lifts the shoulder"],
      ["masseter", "jaw, closes the mouth"],
    ],
  },
  {
    id: "shoulder",
    name: "Shoulder",
    x: 90,
    y: 118,
    hasSides: true,
    muscles: [
      ["pectoralis major", "chest, pulls the arm in"],
      ["latissimus dorsi", "side of the back, pulls the arm back"],
      ["teres major", "under the armpit, pulls the arm in"],
      ["subscapularis", "under the shoulder blade, turns the arm in"],
    ],
  },
  {
    id: "upper-arm",
    name: "Upper arm",
    x: 46,
    y: 184,
    hasSides: true,
    muscles: [
      ["biceps brachii", "front, bends the elbow"],
      ["brachialis", "under the biceps, bends the elbow"],
      ["triceps brachii", "back, straightens the elbow"],
    ],
  },
  {
    id: "forearm",
    name: "Forearm",
    x: 40,
    y: 250,
    hasSides: true,
    muscles: [
      ["brachioradialis", "outer side, bends the elbow"],
      ["pronator teres", "turns the palm down"],
      ["flexor carpi radialis", "bends the wrist, thumb side"],
      ["flexor carpi ulnaris", "bends the wrist, little finger side"],
      ["flexor digitorum superficialis", "bends the fingers"],
      ["flexor digitorum profundus", "bends the finger tips"],
    ],
  },
  {
    id: "hand",
    name: "Hand",
    x: 40,
    y: 316,
    hasSides: true,
    muscles: [
      ["flexor pollicis longus", "bends the thumb"],
      ["adductor pollicis", "pulls the thumb in"],
      ["opponens pollicis", "brings the thumb across"],
      ["lumbricals", "bend the knuckles"],
    ],
  },
  {
    id: "trunk",
    name: "Back",
    x: 165,
    y: 190,
    hasSides: false,
    muscles: [
      ["paraspinal muscles", "along the spine"],
      ["quadratus lumborum", "side of the lower back"],
    ],
  },
  {
    id: "hip",
    name: "Hip",
    x: 122,
    y: 262,
    hasSides: true,
    muscles: [
      ["iliopsoas", "bends the hip"],
      ["adductor longus", "pulls the legs together"],
      ["adductor magnus", "pulls the legs together, deep"],
      ["gluteus maximus", "straightens the hip"],
    ],
  },
  {
    id: "thigh",
    name: "Thigh",
    x: 122,
    y: 328,
    hasSides: true,
    muscles: [
      ["rectus femoris", "front, keeps the knee stiff"],
      ["semitendinosus", "back, bends the knee"],
      ["semimembranosus", "back, bends the knee"],
      ["biceps femoris", "back and outside, bends the knee"],
      ["gracilis", "inside, pulls the legs together"],
    ],
  },
  {
    id: "lower-leg",
    name: "Calf",
    x: 122,
    y: 394,
    hasSides: true,
    muscles: [
      ["gastrocnemius", "calf, points the foot down"],
      ["soleus", "deep calf, points the foot down"],
      ["tibialis posterior", "turns the foot in"],
      ["tibialis anterior", "lifts and turns the foot in"],
    ],
  },
  {
    id: "foot",
    name: "Foot",
    x: 122,
    y: 460,
    hasSides: true,
    muscles: [
      ["flexor digitorum longus", "curls the toes"],
      ["flexor digitorum brevis", "curls the toes, in the sole"],
      ["flexor hallucis longus", "curls the big toe"],
      ["extensor hallucis longus", "lifts the big toe"],
    ],
  },
];
