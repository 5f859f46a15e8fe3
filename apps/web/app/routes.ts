import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("what-works", "routes/what-works/choose.tsx"),
  route("what-works/your-studies", "routes/what-works/your-studies.tsx"),
  route("what-works/:condition", "routes/what-works/place.tsx"),
  route("what-works/:condition/:pattern", "routes/what-works/comparison.tsx"),
  route("what-works/:condition/:pattern/side-by-side", "routes/what-works/side-by-side.tsx"),
  route("treatments/:treatment", "routes/treatment.tsx"),
  route("is-it-helping", "routes/is-it-helping.tsx"),
  layout("routes/diary/frame.tsx", [
    route("diary", "routes/diary/check-in.tsx"),
    route("diary/entries", "routes/diary/entries.tsx"),
    route("diary/treatments", "routes/diary/treatments.tsx"),
    route("diary/data", "routes/diary/data.tsx"),
  ]),
  route("what-to-avoid", "routes/what-to-avoid/ways.tsx"),
  route("what-to-avoid/suddenly-worse", "routes/what-to-avoid/suddenly-worse.tsx"),
  route("what-to-avoid/stretching", "routes/what-to-avoid/stretching.tsx"),
  route("what-to-avoid/stopping", "routes/what-to-avoid/stopping.tsx"),
  route("what-to-avoid/stopping/:medicine", "routes/what-to-avoid/stopping-medicine.tsx"),
  route("what-to-avoid/side-effects", "routes/what-to-avoid/side-effects.tsx"),
  route("what-to-avoid/side-effects/:treatment", "routes/what-to-avoid/side-effects-treatment.tsx"),
  route("help-today", "routes/help-today.tsx"),
  route("about", "routes/about.tsx"),
  route("about/intended-use", "routes/intended-use.tsx"),
  route("show-me", "routes/show-me.tsx"),
] satisfies RouteConfig;
