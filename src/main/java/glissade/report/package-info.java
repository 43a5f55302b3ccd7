/**
 * The page and the pictures of a run, from its stored tables alone, so that they can be drawn again at any time. Start at
 * {@link glissade.report.Page} and {@link glissade.report.Report}; the page's scripts are resources under the same name.
 *
 * <p>What lives here decides how things look, never what they are: every number comes from a table. Nothing here may fail
 * a run: a machine without fonts gets tables and a sentence.
 */
package glissade.report;
