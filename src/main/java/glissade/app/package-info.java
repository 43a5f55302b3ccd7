/**
 * Commands: {@link glissade.app.Main} and one class for each. Owns the Spark session, exit codes, and everything that is
 * printed. No logic: what is decided here is only what people see.
 *
 * <p>Numbers are rounded here, for reading, and nowhere else.
 */
package glissade.app;
