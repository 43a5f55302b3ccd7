/**
 * What the parts of a trial compute, as formulas for people: forward pass, loss, gradient, penalty, clipping, update rule,
 * schedule and start. Start at {@link glissade.formula.Parts}, which collects what a run uses, and {@link
 * glissade.formula.MathText}, which writes it as HTML with MathML.
 *
 * <p>Optimizers and schedules bring their formulas themselves. Nothing here computes with them; tests do, and hold each
 * against the code it describes.
 */
package glissade.formula;
