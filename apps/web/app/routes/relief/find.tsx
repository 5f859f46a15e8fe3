import { ForCarer } from "../../settings/ForCarer.tsx";
import "../../styles/findRelief.css";
import { articlesBeside } from "@unclench/answers/articles-beside";
import { places } from "@unclench/answers/relief";
import { type ReliefFrame, reliefFrame } from "@unclench/answers/relief-page";
import { useEffect, useRef } from "react";
import { Link, type ShouldRevalidateFunctionArgs } from "react-router";
import { WaysOn } from "../../controls/WaysOn.tsx";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { BodyAnswers, BodyQuestions } from "../../find-relief/BodyQuestions.tsx";
import { BodyPlaces } from "../../find-relief/BodyPlaces.tsx";
import { Choices } from "../../find-relief/Choices.tsx";
import { Found } from "../../find-relief/Found.tsx";
import { useRelief } from "../../find-relief/useRelief.ts";
import { WhatHelps } from "../../find-relief/WhatHelps.tsx";
import type { Route } from "./+types/find";

export const meta = () => [
  { title: "How do I find relief today? · Unclench" },
  {
    name: "description",
    content:
      "Routines for a stiff place, for the position and the time you have, alone or with help; and what does not help.",
  },
];

type Shown = ReliefFrame & { readonly beside: ReturnType<typeof articlesBeside> };

export const loader = (): Shown => ({ ...reliefFrame(), beside: articlesBeside("/relief") });

/** Choices in the address are worked out here; the page itself stays as it is. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean =>
  currentUrl.pathname !== nextUrl.pathname;

const nameOf = (id: string): string => places.find((place) => place.id === id)?.name ?? id;

export default function FindRelief({ loaderData: frame }: Route.ComponentProps) {
  const { ready, diary, chosen, lastPlace, found, questions, answers, problem, choose, answer } = useRelief();
  const heading = useRef<HTMLHeadingElement>(null);
  /** What was chosen or answered by hand shows its answer; a page that only opens keeps its place. */
  const moved = useRef(false);
  const { where } = chosen;
  const step = `${where} ${found?.ask.length === 0}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place or the last answer is what moves the focus
  useEffect(() => {
    if (moved.current && found !== null) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView();
    }
    moved.current = false;
  }, [step]);
  const pick = (place: string | null) => {
    moved.current = true;
    choose({ where: place });
  };
  const findings = [...frame.doesNotHelp, ...frame.mayHelp]
    .flatMap((line) => line.findings)
    .concat(frame.moments);
  return (
    <>
      <div className="intro">
        <h1>How do I find relief today?</h1>
        <p className="lead">
          At most three routines for the place that is stiff, with the reason for each. What could do harm to
          you is left out.
        </p>
        <ForCarer on="relief" />
      </div>
      {where === null ? (
        <section className="card" aria-labelledby="where">
          <h2 id="where">Where is it stiff?</h2>
          {lastPlace === null ? null : (
            <div className="row">
              <Press primary onPress={() => pick(lastPlace)}>
                Last time: {nameOf(lastPlace)}
              </Press>
            </div>
          )}
          <noscript>
            <p className="notice">
              Choosing needs JavaScript. Every routine can be read without it: they are listed below.
            </p>
          </noscript>
          <BodyPlaces chosen={where} onChoose={pick} />
        </section>
      ) : (
        <section className="card relief-chosen no-print" aria-label="What was chosen">
          <div className="row">
            <p>
              Where: <b>{nameOf(where)}</b>
            </p>
            <Press onPress={() => choose({ where: null })}>Another place</Press>
          </div>
          <Choices chosen={chosen} onChoose={choose} />
        </section>
      )}
      {where !== null && !ready ? <p role="status">Looking at what you said before …</p> : null}
      {found === null ? null : (
        <section className="stack relief-found" aria-labelledby="found">
          <h2 id="found" ref={heading} tabIndex={-1}>
            {found.sentence}
          </h2>
          <Problem>{problem}</Problem>
          {found.urgent.map((sentence) => (
            <p key={sentence} className="notice warn">
              <span>
                {sentence} <Link to="/help-today">Needs help today?</Link>
              </span>
            </p>
          ))}
          {found.ask.length === 0 ? null : (
            <BodyQuestions
              key={found.ask.map(({ id }) => id).join()}
              questions={found.ask}
              onAnswered={(ticked) => {
                moved.current = true;
                void answer(
                  found.ask.map(({ id }) => id),
                  ticked,
                );
              }}
            />
          )}
          <Found found={found} findings={findings} choose={choose} />
          <BodyAnswers
            questions={questions}
            answers={answers}
            disabled={diary.readOnly}
            onChange={(id, ticked) => void answer([id], ticked ? [id] : [])}
          />
        </section>
      )}
      <div className={where === null ? "relief-helps" : "relief-helps no-print"}>
        <WhatHelps frame={frame} />
        <WaysOn id="read-on" heading="Read on" ways={frame.beside} />
      </div>
    </>
  );
}
