/** What is done to the pages after the build, in this order. */
import "./sleep.ts";
import "./brands.ts";
import "./search.ts";
import "./offline.ts";
import "./compress.ts";
