/** The pages of the app that are there for everyone, with the words by which people look for them. */
import type { SearchDocument } from "./types.ts";

const page = (path: string, title: string, names: string, text: string): SearchDocument => ({
  id: `page:${path}`,
  kind: "page",
  title,
  path,
  names,
  text,
});

export const ownPages: readonly SearchDocument[] = [
  page(
    "/what-works",
    "What works?",
    "compare treatments, trials, evidence, alternatives, which medicine is best",
    "Treatments side by side for your condition, in numbers out of 100 people.",
  ),
  page(
    "/what-works/your-studies",
    "Pool your own studies",
    "meta-analysis, forest plot, network, upload a table of studies",
    "Put in a table of studies and pool them here.",
  ),
  page(
    "/what-to-avoid",
    "What should I avoid?",
    "dangers, warnings, mistakes",
    "Dangers of medicines, of stopping them, and of stretching wrong.",
  ),
  page(
    "/what-to-avoid/my-medicines",
    "My medicines",
    "interactions, check my tablets, drug list, taking together, mixing, alcohol, driving, kidney, liver, pregnant",
    "Checks a list of medicines for what does not go together.",
  ),
  page(
    "/what-to-avoid/stopping",
    "Stopping a medicine",
    "withdrawal, coming off, quit, run out, ran out of tablets",
    "What happens when a medicine is stopped suddenly, and what to ask.",
  ),
  page(
    "/what-to-avoid/side-effects",
    "Side effects",
    "adverse effects, sleepy, dizzy, weak, tired, nausea, dry mouth, weight",
    "How often they come, against people without the treatment.",
  ),
  page(
    "/what-to-avoid/suddenly-worse",
    "Why is it suddenly worse?",
    "triggers, flare, worse today, what set it off, stiffer than usual",
    "What to look at before the medicine is blamed.",
  ),
  page(
    "/what-to-avoid/stretching",
    "Stretching done wrong",
    "stretching mistakes, bouncing, does stretching harm",
    "What sets off a spasm or does harm, and what to do instead.",
  ),
  page(
    "/what-to-avoid/emergency-card",
    "Emergency card",
    "wallet card, lock screen, pump card, ambulance, contacts, medical ID",
    "Pump, medicines and contacts on a card to print or to keep on the lock screen.",
  ),
  page(
    "/help-today",
    "Needs help today?",
    "emergency, urgent, call, ambulance, red flags, danger signs",
    "Signs that cannot wait, and whom to call.",
  ),
  page(
    "/is-it-helping",
    "Is it helping me?",
    "does my treatment work, verdict, is it working, effect of my dose, injection wearing off, proof",
    "An honest answer from your own days, or how many more it needs.",
  ),
  page(
    "/relief",
    "How do I find relief today?",
    "exercises, stretches, physiotherapy, routine, what can I do now",
    "A routine for a stiff place, for the time and the position you have.",
  ),
  page(
    "/relief/all",
    "All routines in pictures",
    "pictures of exercises, all stretches",
    "Every routine with its figure, to look at or to print.",
  ),
  page(
    "/relief/plan",
    "My plan of routines",
    "exercise plan, home programme, schedule, physiotherapist's plan",
    "Routines on their days, to print, to share and to follow.",
  ),
  page(
    "/what-do-i-ask",
    "What do I ask?",
    "questions for the doctor, appointment, prepare a visit",
    "Three questions that matter now, from your own record.",
  ),
  page(
    "/what-do-i-ask/visit-sheet",
    "The sheet for the visit",
    "summary for doctor, print for appointment, one page",
    "One page for the appointment, and one for the clinician.",
  ),
  page(
    "/diary",
    "Diary: check in",
    "log, track, record today, rate stiffness, symptom tracker",
    "A check-in takes under ten seconds. It stays on this device.",
  ),
  page(
    "/diary/entries",
    "Diary: my days",
    "calendar, past entries, edit an entry",
    "Every day, to look at and to correct.",
  ),
  page(
    "/diary/timeline",
    "Diary: timeline",
    "chart, graph, trend over time",
    "Symptoms, doses and injections over time.",
  ),
  page(
    "/diary/treatments",
    "Diary: my treatments",
    "dose changes, injections, botox dates, pump settings",
    "What you take, with its dates and doses.",
  ),
  page(
    "/diary/measurements",
    "Diary: measurements",
    "walking time, ashworth, range of motion, timed walk",
    "Values that were measured, with their dates.",
  ),
  page(
    "/diary/appointments",
    "Diary: appointments",
    "next visit, calendar, reminders, refill date",
    "Visits, refills and next injections.",
  ),
  page(
    "/diary/data",
    "Save or bring in your diary",
    "export, import, backup, csv, apple health, daylio, restore, delete everything, move to a new phone, FHIR",
    "A copy to keep, and files of other apps to bring in.",
  ),
  page(
    "/settings",
    "Settings",
    "text size, dark mode, contrast, reminders, left hand, tremor, country",
    "Your hands, letters, colours and reminders.",
  ),
  page(
    "/help",
    "Help",
    "how to use, accessibility, keyboard, privacy, offline",
    "How it is used, and what went over the network.",
  ),
  page(
    "/experiences",
    "What people report",
    "experiences, stories, other patients, surveys, interviews, what do others say, people like me",
    "What people said in surveys and interviews: who was asked, who paid, how sure. Not an effect of a treatment.",
  ),
  page(
    "/sources",
    "Sources",
    "references, papers, bibliography, literature, studies, citations",
    "Every paper, label and guideline, how much of it was read, and which pages rest on it.",
  ),
  page(
    "/about",
    "How this works",
    "about, methods, privacy, who made this, sources, error rates",
    "Where the figures come from and what may be wrong with them.",
  ),
  page(
    "/about/intended-use",
    "What Unclench is for, and what it is not",
    "intended use, disclaimer, medical device, limits",
    "What it is for and for whom, and what it cannot check.",
  ),
  page(
    "/show-me",
    "Show me: how often it is wrong",
    "false alarms, proof, simulation, reliability, how accurate",
    "How often a verdict or a warning is wrong, as simulated and as labelled.",
  ),
];
