import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { articlesAsData } from "./articlesPlugin.ts";

export default defineConfig({
  plugins: [articlesAsData(), reactRouter()],
  server: { port: 4310 },
  worker: { format: "es" },
});
