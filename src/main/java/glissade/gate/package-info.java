/**
 * Whether a run may be used: rules on its numbers, its data and its time, by themselves or against a run before it.
 *
 * <p>Pure: facts go in, findings come out; who reads tables and writes files is {@code run} and {@code store}. {@link
 * glissade.gate.GateSpec} holds every rule with its default; {@link glissade.gate.DataRules} is asked before training, {@link
 * glissade.gate.RunRules} after it; {@link glissade.gate.Change} says what is different where digests are.
 *
 * <p>May import data and engine, for what they call things.
 */
package glissade.gate;
