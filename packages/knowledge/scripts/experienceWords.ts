/**
 * Our plain words for what published surveys and interviews say people live through. Figures come from the collected
 * facts only: the package's validation looks each of them up in the `value` that lies beside the words.
 */
type Words = {
  readonly claim: string;
  /** who was asked, to stand after "Who was asked:" */
  readonly who: string;
  /** how they were asked, to stand after "How:" */
  readonly how: string;
  /** what the reader has to know about it; null where the collected fact holds no caution */
  readonly careful: string | null;
  /** where a company paid or may have: who, in a sentence */
  readonly paid?: string;
  /** ids of the catalogue that the finding is about */
  readonly treatments?: readonly string[];
  /** shares drawn as 100 people: the key of the value and what those people say */
  readonly shares?: readonly { readonly key: string; readonly words: string }[];
};

/** In the order of the page. Every subject of the collected facts stands in one of them. */
export const experienceGroups: readonly {
  readonly id: string;
  readonly name: string;
  readonly also: string;
  readonly subjects: readonly string[];
}[] = [
  {
    id: "what-it-is-like",
    name: "What it is like",
    also: "living with spasticity, daily life, burden, feelings, mood, sleep, other people like me, am I alone",
    subjects: ["what it is like", "when tone helps", "burden"],
  },
  {
    id: "what-helps",
    name: "What people do, and what they find helps",
    also: "self-management, coping, own ways, tips from others, what do other people take",
    subjects: ["self-management", "what helps, in people's own view", "treatments used"],
  },
  {
    id: "satisfaction",
    name: "Satisfaction with treatment",
    also: "satisfied, happy with treatment, reviews by patients, recommend, worth it",
    subjects: [
      "satisfaction",
      "satisfaction, doctors",
      "satisfaction with botulinum toxin",
      "satisfaction with standing devices",
    ],
  },
  {
    id: "wearing-off",
    name: "Wearing off of injections",
    also: "botulinum toxin, botox, wears off, waning, before the next injection, what do others say",
    subjects: ["waning of botulinum toxin"],
  },
  {
    id: "going-on",
    name: "Injections: fears before, and why people go on",
    also: "afraid, scared, first injection, keep having injections",
    subjects: ["fears before treatment", "why people go on"],
  },
  {
    id: "pump",
    name: "Living with a pump",
    also: "baclofen pump, intrathecal, satisfied with the pump, would have it again, pump problems, fears",
    subjects: [
      "satisfaction with the pump",
      "satisfaction: pump versus tablets",
      "expectations and the pump",
      "fears with the pump",
      "pump problems",
    ],
  },
  {
    id: "stopping",
    name: "Who stops, and what disappoints",
    also: "why people stop, give up tablets, how many stop baclofen, stop the spray, drop out, quit",
    subjects: ["stopping tablets", "reasons tablets disappoint", "stopping the cannabis spray"],
  },
  {
    id: "missing",
    name: "What is missing",
    also: "unmet needs, too little treatment, nobody told me, late diagnosis",
    subjects: ["unmet need"],
  },
  {
    id: "talking",
    name: "Talking with doctors",
    also: "not asked, raise it, put off telling the doctor, not understood, misunderstood",
    subjects: ["talking with clinicians"],
  },
  {
    id: "carers-and-work",
    name: "Those who care, and work",
    also: "carers, caregivers, family, partner, job, working hours, income, burden of caring",
    subjects: ["carers", "work", "who answered"],
  },
];

const SCI_INTERVIEWS = {
  who: "people with a spinal cord injury and spasticity",
  how: "interviews",
  careful: null,
};
const SIX_CENTRES = {
  who: "people with a spinal cord injury, at six centres in the USA",
  how: "survey on the internet",
};
const NARCOMS = {
  who: "people with multiple sclerosis who are in a register of patients in the USA",
};
const NOT_CHECKED = "Probably a company had a part in it. We have not been able to check this yet.";
const SEEN = {
  who: "people with multiple sclerosis and spasticity who were reached on the internet",
  how: "survey on the internet, 2021",
  paid: NOT_CHECKED,
};
const FOCUS = {
  who: "people with spasticity from multiple sclerosis, in the USA",
  how: "survey on the internet, March 2023",
};
const IPSEN = "A company: Ipsen, which sells a botulinum toxin.";
const IPSEN_CARENITY =
  "A company: the whole survey was by Ipsen, which sells a botulinum toxin, and Carenity, an online community.";
const TOXIN = { treatments: ["botulinum-toxin-a"] };
const PUMP = { treatments: ["baclofen-intrathecal"] };
const WANING = {
  who: "members of an online community with a stroke, a brain injury or a spinal cord injury, after two or more injections",
  how: "survey on the internet, 2019",
  careful: null,
  paid: IPSEN,
  ...TOXIN,
};
const INTERIM = {
  how: "survey on the internet; a first look, before all had answered",
  paid: IPSEN_CARENITY,
};
const SWEDEN = {
  who: "everyone in Sweden with multiple sclerosis who began baclofen from 2005 to 2014",
  how: "register of medicines that were handed out",
};
const BACLOFEN = { treatments: ["baclofen-oral"] };
const KRACH_WHO = "children and adults who had had a pump for a year or more, and their carers";

export const experienceWords: Readonly<Record<string, Words>> = {
  "px-domains-sci": {
    ...SCI_INTERVIEWS,
    claim:
      "Spasticity touches seven parts of life: the body, what one does, feelings, money, other people, managing it, and thinking.",
  },
  "px-control-not-suppress": {
    ...SCI_INTERVIEWS,
    claim: "Some would rather be able to control their spasticity than lose it completely.",
  },
  "px-misread-by-doctors": {
    ...SCI_INTERVIEWS,
    claim:
      "When people's own words are squeezed into medical terms, the wrong treatment may be chosen for them.",
  },
  "px-ms-diverse": {
    claim:
      "What happens to the body, to feelings and among other people hangs together, and reaches far into life.",
    who: "people with multiple sclerosis and spasticity",
    how: "interviews; those of 10 people were looked at",
    careful: null,
  },
  "px-unending-journey": {
    claim:
      "People told of feelings in the body that are hard to name, of finding their way, of a hurt self and of a journey without end. Stress made it worse.",
    who: "people who were staying on a ward for rehabilitation of the nervous system",
    how: "interviews over 7 days",
    careful: null,
  },
  "px-missed-care": {
    claim:
      "Staff missed chances to help. Too little treatment can lead to pain, to not moving, and to falls.",
    who: "people with spasticity who were staying on a ward",
    how: "interviews, looked at a second time",
    careful: null,
  },
  "px-stroke-own-strategies": {
    claim: "Most ways of coping were people's own inventions, made to fit the tasks of their day.",
    who: "people with a spastic arm after a stroke",
    how: "interviews",
    careful: null,
  },
  "px-stiffness-worse-than-spasm": {
    ...SIX_CENTRES,
    claim:
      "Stiffness was more common than spasms, and more of a problem. In the legs, 65 in 100 had stiffness and 54 in 100 had spasms.",
    careful: null,
  },
  "px-sci-what-helps": {
    ...SIX_CENTRES,
    claim:
      "More people said that stretching helped them (48 in 100) or exercise (45 in 100) than said so of medicines against spasticity (38 in 100).",
    careful: "What people feel helps them; nobody was compared with a group without it.",
    treatments: ["stretch", "exercise"],
    shares: [
      { key: "stretching_pct", words: "said stretching helped" },
      { key: "exercise_pct", words: "said exercise helped" },
      { key: "antispasmodics_pct", words: "said medicines helped" },
    ],
  },
  "px-sci-worst-five": {
    ...SIX_CENTRES,
    claim:
      "The worst things: stiffness all day, broken sleep, painful spasms, spasticity that goes with pain, and pain that builds up before a spasm.",
    careful: null,
  },
  "px-ms-dissatisfied": {
    ...NARCOMS,
    claim:
      "Of those who were treated, fewer than half were satisfied with the treatment of their spasticity.",
    how: "survey by post and on the internet; 66 of 100 who were asked answered",
    careful: null,
  },
  "px-ms-bother": {
    ...NARCOMS,
    claim:
      "More than a third were bothered by stiffness, spasms or pain at least moderately, mostly in the legs.",
    how: "survey",
    careful: null,
  },
  "px-ms-itb-vs-oral": {
    claim:
      "People with a pump told of less spasticity, legs that were less stiff, less pain, fewer spasms and less tiredness than people on tablets. Their scores for bodily health were worse.",
    who: "198 people with a pump and 315 on tablets, all with multiple sclerosis, in a register in the USA",
    how: "survey; who had a pump was not left to chance",
    careful: "Those with a pump had been picked for it. What caused the differences cannot be told.",
    treatments: ["baclofen-intrathecal", "baclofen-oral"],
  },
  "px-ms-unprepared": {
    ...SEEN,
    claim: "65 in 100 had not known before that multiple sclerosis can bring spasticity.",
    careful: "People who chose to answer on the internet. Who paid is still to be checked.",
    shares: [{ key: "pct", words: "had not known" }],
  },
  "px-ms-confused": {
    ...SEEN,
    claim: "60 in 100 did not recognise what they felt as spasticity.",
    careful: "Who paid is still to be checked.",
  },
  "px-ms-delay": {
    ...SEEN,
    claim:
      "78 in 100 brought it up with the doctor themselves. 42 in 100 put that talk off, up to a year or longer, and 52 in 100 wished that they had spoken sooner.",
    careful: "Who paid is still to be checked.",
  },
  "px-ms-daily": {
    ...SEEN,
    claim:
      "80 in 100 felt it every day. Its ups and downs kept 65 in 100 from things that they wanted to do.",
    careful: "Who paid is still to be checked.",
  },
  "px-ms-late-diagnosis": {
    ...FOCUS,
    claim:
      "Most were told that they had spasticity only when it was already moderate (44 in 100) or severe (14 in 100).",
    careful: "People who chose to answer, for a course that teaches doctors.",
  },
  "px-ms-asked": {
    ...FOCUS,
    claim:
      "49 in 100 are asked about spasticity at every visit, 20 in 100 sometimes, and 21 in 100 not at all.",
    careful: null,
  },
  "px-ms-treated-with": {
    ...FOCUS,
    claim:
      "68 in 100 took medicines. Of these, 87 in 100 had baclofen by mouth, 51 in 100 gabapentin and 42 in 100 tizanidine.",
    careful: null,
    treatments: ["baclofen-oral", "gabapentin", "tizanidine"],
  },
  "px-ms-swiss-burden": {
    claim:
      "For people whose multiple sclerosis gets steadily worse, spasticity and paralysis cost the most quality of life.",
    who: "people in the Swiss register of multiple sclerosis",
    how: "survey of the register",
    careful: null,
  },
  "px-doctors-dissatisfied": {
    claim:
      "At least 40 in 100 specialists were unhappy with what they could offer when spasticity is moderate to severe.",
    who: "specialists at a congress on multiple sclerosis in 2012, not patients",
    how: "a form with questions",
    careful: null,
  },
  "px-doctors-spain": {
    claim:
      "57 in 100 specialists were satisfied with baclofen, 35 with clonazepam, 35 with tizanidine, 22 with gabapentin and 20 with diazepam.",
    who: "specialists in multiple sclerosis in Spain, not patients",
    how: "survey on the internet, 2015",
    careful:
      "Only a short report for a congress could be read. We had to guess the order of its columns, and another of its figures looks wrong.",
    treatments: ["baclofen-oral", "clonazepam", "tizanidine", "gabapentin", "diazepam"],
  },
  "px-baclofen-stop": {
    ...SWEDEN,
    ...BACLOFEN,
    claim:
      "Of 100 people with multiple sclerosis who began baclofen, 49 had stopped within 150 days. The true number probably lies between 42 and 57.",
    careful: "Why they stopped was not written down, and a gap between two packs counted as stopping.",
    shares: [{ key: "stopped_150d_pct", words: "had stopped" }],
  },
  "px-baclofen-stop-year": {
    ...SWEDEN,
    who: "people in the same Swedish register, with multiple sclerosis, who began baclofen",
    ...BACLOFEN,
    claim:
      "About 65 in 100 stopped within a year, and about 80 in 100 within two. People with more disability kept on longer.",
    careful:
      "The two reports of this study differ: one says 90 in 100 within two years for people whose illness was new; the other says 80 for all, and about 90 overall.",
  },
  "px-others-stop": {
    claim:
      "Nearly everyone had stopped diazepam by six months, and 75 in 100 had stopped gabapentin within a year.",
    who: "people with multiple sclerosis in the same Swedish register",
    how: "a news report about that study",
    careful: "From a news report; it is still to be looked up in the study itself.",
    treatments: ["diazepam", "gabapentin"],
  },
  "px-baclofen-side-effects": {
    ...BACLOFEN,
    claim:
      "Between 25 and 75 of 100 people on baclofen tablets had side effects, above all weakness, feeling sick, sleepiness and tingling.",
    who: "people in studies of baclofen tablets",
    how: "review of studies",
    careful: "Two of its authors worked for a company that makes baclofen pumps.",
    paid: "Two of its authors worked for a company: Medtronic, which makes baclofen pumps.",
  },
  "px-baclofen-side-effects-2": {
    ...BACLOFEN,
    claim:
      "A second review says between 10 and 75 of 100. Most side effects were mild, came with higher doses and went away again.",
    who: "people in studies of baclofen tablets",
    how: "review of studies",
    careful: null,
  },
  "px-bont-waning": {
    ...WANING,
    claim: "83 in 100 feel it come back before the next injection, on average after 89 days.",
    shares: [{ key: "reemergence_pct", words: "feel it come back" }],
  },
  "px-bont-timecourse": {
    ...WANING,
    claim:
      "People feel the injection begin to work after about 13 days, and most strongly after about 5 weeks.",
  },
  "px-bont-first-sign": {
    ...WANING,
    claim:
      "Spasms are the most common first sign that an injection wears off (64 in 100). Stiffness was named by 40 in 100 and pain in the limb by 20 in 100.",
    shares: [
      { key: "spasms_pct", words: "named spasms" },
      { key: "stiffness_pct", words: "named stiffness" },
      { key: "limb_pain_pct", words: "named pain in the limb" },
    ],
  },
  "px-bont-mood-sleep": {
    ...WANING,
    treatments: [],
    claim:
      "Because of spasticity, 52 in 100 lost confidence in themselves, 46 in 100 felt depressed and 41 in 100 lost sleep.",
  },
  "px-bont-cycle-rebot": {
    ...TOXIN,
    claim:
      "It was best 4 to 6 weeks after the injection and back after 9 to 11 weeks. Satisfaction fell as the weeks went by.",
    who: "people with spasticity after a stroke, in four countries",
    how: "followed in their daily life for 12 to 14 weeks",
    careful: null,
    paid: IPSEN,
  },
  "px-bont-timing-wish": {
    ...TOXIN,
    claim: "People live in a rise and fall with each injection, and want a say in when the next one comes.",
    who: "people with injections in an arm or a leg after a stroke",
    how: "interviews",
    careful: null,
  },
  "px-bont-why-continue": {
    ...TOXIN,
    claim: "People go on because of walking, daily tasks, pain, how the limb looks, and trust in the doctor.",
    who: "people who have injections after a stroke",
    how: "interviews",
    careful: null,
  },
  "px-bont-self": {
    ...TOXIN,
    claim: "The gain went beyond movement: more relaxed, less tired, more like oneself.",
    who: "adults with long illnesses who have injections",
    how: "interviews",
    careful: null,
  },
  "px-bont-fear": {
    ...TOXIN,
    claim:
      "Before the first injection, some fear that side effects will take away what they can still do. Talking with the family eased the fear.",
    who: "people in Japan who were deciding about injections after a stroke",
    how: "interviews",
    careful: null,
  },
  "px-bont-satisfaction-score": {
    ...INTERIM,
    ...TOXIN,
    claim:
      "Satisfaction with injections was 5.9 on average, from 0 to 10. Pain of the injection and the journey were the main nuisances.",
    who: "210 patients and 123 carers in an online community",
    careful: "They are part of a later, larger report too: the two cannot be added.",
  },
  "px-bont-fewer-injections": {
    ...INTERIM,
    ...TOXIN,
    claim: "71 in 100 would feel better off with one or two fewer injections a year.",
    who: "patients and carers in an online community",
    careful: null,
  },
  "px-work-loss": {
    ...INTERIM,
    claim:
      "50 in 100 patients worked part of the time or not at all because of their illness, and 32 in 100 carers cut down their work.",
    who: "patients and carers in an online community",
    careful: null,
  },
  "px-carenity-2020-sample": {
    claim:
      "In one survey, 427 patients and 188 carers answered. Multiple sclerosis was the most common cause; 40 in 100 carers were a parent.",
    who: "patients and carers with at least a year of injections, in Europe and the USA",
    how: "survey on the internet",
    careful: null,
    paid: IPSEN_CARENITY,
  },
  "px-us-quality-of-life": {
    claim:
      "People gave a 7.3, from 0 to 10, for how much it weighs on the quality of life. They had 4.8 injections a year on average.",
    who: "the part in the USA of a survey of patients and carers with injections",
    how: "survey on the internet",
    careful: null,
    paid: IPSEN_CARENITY,
  },
  "px-carers-work": {
    claim:
      "Carers with a job lost about a third of the work that they could have done, worth about 835 US dollars a month.",
    who: "relatives and friends who care for someone with spasticity after a stroke, in the USA; 71 had a job",
    how: "survey on the internet",
    careful: "Counted with the wages of 2012.",
    paid: "A company: Allergan, which sells a botulinum toxin.",
  },
  "px-carers-botox": {
    ...TOXIN,
    claim:
      "Carers of people who had injections with exercise tended to feel less low and less burdened, but the groups did not differ clearly.",
    who: "carers of people in a small trial",
    how: "a study beside that trial",
    careful: null,
  },
  "px-itb-again": {
    ...PUMP,
    claim: "12 in 100 would not choose the pump again.",
    who: KRACH_WHO,
    how: "interviews by telephone",
    careful: "One centre only; 88 of the 100 had cerebral palsy, and they were 5 to 42 years old.",
    shares: [{ key: "would_not_again_pct", words: "would not choose it again" }],
  },
  "px-itb-hardware": {
    ...PUMP,
    claim: "22 of 100 had problems with the pump or the operation, 32 problems in all.",
    who: KRACH_WHO,
    how: "interviews by telephone",
    careful: null,
  },
  "px-itb-sweden": {
    ...PUMP,
    claim: "51 of 77 felt much better or very much better.",
    who: "people who had had a pump for 1 to 4 years, at six clinics in Sweden; 77 answered this",
    how: "a form with questions",
    careful: null,
  },
  "px-itb-expectations": {
    ...PUMP,
    claim: "People had expected more than they had after a year. Their satisfaction was moderate.",
    who: "people who began with a pump at two hospitals in Sweden: 35 began, 29 stayed to the end",
    how: "asked before it and over one year",
    careful: null,
  },
  "px-itb-10-years": {
    ...PUMP,
    claim: "After ten years and more, satisfaction with the pump was 8.8 of 10 on average.",
    who: "adults who had had a pump for 10 to 28 years, at one clinic in the USA",
    how: "survey",
    careful:
      "Only people who had kept their pump that long. That the scale ends at 10 is our reading, still to be checked.",
  },
  "px-itb-ms": {
    ...PUMP,
    claim: "Most were satisfied, and so were their carers, and would recommend it. Spasms got better most.",
    who: "people with multiple sclerosis and a pump, at one centre in the USA",
    how: "look back at their cases",
    careful: null,
  },
  "px-itb-fears": {
    ...PUMP,
    claim:
      "50 in 100 feared that the pump would fail, and 30 in 100 feared its alarm. Still, 18 of 20 would have it again.",
    who: "people with a pump and spasticity that comes from the spinal cord",
    how: "a form with questions",
    careful: null,
  },
  "px-nabiximols-stop": {
    claim:
      "24.5 in 100 had stopped the spray by 12 weeks. It was fewer among those who had physiotherapy too.",
    who: "people in Italy who began the spray (nabiximols)",
    how: "watched for 12 weeks; who had physiotherapy was not left to chance",
    careful: null,
    treatments: ["nabiximols"],
  },
  "px-therapist-gap": {
    claim: "82 in 100 therapists say that their patients get too little treatment for spasticity.",
    who: "physiotherapists and occupational therapists in Ireland, not patients",
    how: "survey on the internet",
    careful: null,
  },
  "px-standing-devices": {
    claim: "79 in 100 would strongly recommend a device to stand in. Fewer than 10 in 100 had side effects.",
    who: "people in the USA who had bought such a device",
    how: "survey by post; 32 of 100 who were asked answered",
    careful:
      "Buyers who had sent back the card of the warranty. The summary was read on a page of a company that makes such devices.",
    treatments: ["standing"],
  },
};
