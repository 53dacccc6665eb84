/**
 * The quick start. {@link dev.postroom.examples.quickstart.Replay} and {@link dev.postroom.examples.quickstart.Report}
 * show how to write and how to read; {@link dev.postroom.examples.quickstart.QuickStart} puts them together.
 */
package dev.postroom.examples.quickstart;
