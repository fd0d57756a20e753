#!/usr/bin/env node
await import("../dist/holdfast.mjs");
