package glissade.formula;

import java.util.List;

/** What becomes of the pieces of a formula as it is read: markup, or a number. */
interface Meaning<T> {
    T number(String digits);

    /** A name of letters, perhaps with hyphens, a number or primes behind it. */
    T name(String name);

    T words(String text);

    /** What stands below and above a base; one of them may be null. */
    T scripts(T base, T below, T above);

    T fraction(T over, T under);

    /** Of things next to each other, or of two arrays element by element. */
    T product(T left, T right, boolean elementwise);

    T sum(T left, T right, boolean minus);

    T negative(T of);

    /** One or several in parentheses. */
    T tuple(List<T> members);

    T call(String function, List<T> arguments);

    T relation(T left, String sign, T right);
}
