import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("what-works", "routes/what-works/choose.tsx"),
  route("what-works/:condition/:pattern", "routes/what-works/comparison.tsx"),
] satisfies RouteConfig;
