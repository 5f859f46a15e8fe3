/** What is done to the pages after the build, in this order. */
import "./sleep.ts";
import "./typeface.ts";
import "./search.ts";
import "./announce.ts";
// After what is announced: another name of a page is none to be listed.
import "./brands.ts";
import "./check.ts";
import "./offline.ts";
import "./compress.ts";
