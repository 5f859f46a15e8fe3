/** What is done to the pages after the build, in this order. */
import "./sleep.ts";
import "./typeface.ts";
import "./brands.ts";
import "./search.ts";
import "./announce.ts";
import "./check.ts";
import "./offline.ts";
import "./compress.ts";
