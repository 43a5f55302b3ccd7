package glissade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.SourceTree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the packages to their table of imports, and the code to calls that give the same bits everywhere. */
class ArchitectureTest {
    private static final List<Source> SOURCES = SourceTree.sources();

    /** Who may know whom. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("numeric", Set.of()),
            Map.entry("numeric.vector", Set.of("numeric")),
            Map.entry("model", Set.of("numeric")),
            Map.entry("optim", Set.of("numeric")),
            Map.entry("data", Set.of("numeric")),
            Map.entry("engine", Set.of("numeric", "model", "optim", "data")),
            Map.entry("gate", Set.of("numeric", "data", "engine")),
            Map.entry("config", Set.of("numeric", "model", "optim", "data", "gate")),
            Map.entry("plan", Set.of("config", "numeric", "model", "optim", "data", "engine", "gate")),
            Map.entry("store", Set.of("numeric")),
            Map.entry("predict", Set.of("numeric", "model", "data", "engine", "store")),
            Map.entry("formula", Set.of("numeric", "model", "optim")),
            Map.entry(
                    "run",
                    Set.of(
                            "plan", "engine", "data", "model", "optim", "numeric", "store", "predict", "formula",
                            "gate")),
            Map.entry("report", Set.of("numeric", "store", "formula")),
            Map.entry(
                    "app",
                    Set.of(
                            "config", "plan", "data", "numeric", "model", "optim", "engine", "run", "store", "report",
                            "predict", "formula", "gate")));

    /** Which packages or classes may know which libraries. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org\\.apache\\.spark|scala",
                    Set.of(
                            "data",
                            "engine.InTaskEngine",
                            "engine.SynchronousEngine",
                            "engine.JobRunner",
                            "engine.ShardsTask",
                            "engine.TreeDepth",
                            "run",
                            "predict.FilePrediction",
                            "store",
                            "app"),
            "org\\.apache\\.(hadoop|parquet)", Set.of("data", "store", "app"),
            "com\\.fasterxml\\.jackson", Set.of("store", "numeric.DecimalText"),
            "com\\.typesafe", Set.of("config"),
            "org\\.apache\\.commons\\.math3", Set.of("run.Sample"),
            "picocli", Set.of("app"),
            "jdk\\.incubator", Set.of("numeric.vector"),
            "org\\.jfree|java\\.awt", Set.of("report"));

    /** What may differ between machines, JDKs or runs, or end the process behind Spark's back. */
    private static final Map<String, String> FORBIDDEN = Map.ofEntries(
            Map.entry(
                    "Math beyond exact operations",
                    "\\bMath\\s*\\.\\s*(?!(PI|E|sqrt|fma|abs|max|min|floor|ceil|floorDiv|floorMod|multiplyFull"
                            + "|multiplyHigh|getExponent|scalb|ulp|copySign|\\w+Exact)\\b)|import\\s+static\\s+java\\.lang\\.Math\\b"),
            Map.entry("sum across lanes", "\\breduceLanes\\b"),
            Map.entry("parallel stream", "\\bparallelStream\\b|\\.\\s*parallel\\s*\\("),
            Map.entry("platform randomness", "\\b(Random|ThreadLocalRandom|SecureRandom|SplittableRandom)\\b"),
            Map.entry("random identity", "\\brandomUUID\\b|\\bidentityHashCode\\b"),
            Map.entry("exit", "(\\bSystem|getRuntime\\s*\\(\\s*\\))\\s*\\.\\s*exit\\b|\\bhalt\\s*\\("),
            Map.entry("hash order", "\\b(HashMap|HashSet|IdentityHashMap|WeakHashMap)\\b|\\btoSet\\s*\\("),
            Map.entry("place of the machine", "\\bsystemDefault\\b|\\bLocale\\.getDefault\\b|\\bdefaultCharset\\b"));

    /** A timer that is no daemon, or a pool that is not told to make daemons. */
    private static final String LASTING = "\\bnew\\s+Timer\\s*\\((?![^;]*,\\s*true\\s*\\))"
            + "|\\bExecutors\\s*\\.\\s*new\\w+\\s*\\((?![^;]*::daemon\\s*\\))";

    /** {@code what@class} that may nevertheless, each with its reason. */
    private static final Set<String> EXCEPTIONS = Set.of(
            // A deadline is meant by the clock on the wall; no result depends on it.
            "place of the machine@app.TimeLimit");

    @Test
    void packagesKnowOnlyWhomTheyMay() {
        List<String> broken = new ArrayList<>();
        for (Source source : SOURCES) {
            NavigableSet<String> used = source.uses();
            used.removeAll(ALLOWED.getOrDefault(source.folder(), Set.of()));
            used.forEach(folder -> broken.add(source.name() + " must not use " + folder));
            if (!ALLOWED.containsKey(source.folder())) {
                broken.add(source.name() + " is in a package that the table does not know");
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void packagesFormNoCycle() {
        NavigableMap<String, NavigableSet<String>> uses = new TreeMap<>();
        SOURCES.forEach(source ->
                uses.computeIfAbsent(source.folder(), folder -> new TreeSet<>()).addAll(source.uses()));
        // Takes away packages that use none of those left; what cannot be taken away is a cycle, or rests on one.
        while (uses.values().removeIf(used -> used.stream().noneMatch(uses::containsKey))) {}
        assertEquals(Map.of(), uses);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        List<String> broken = new ArrayList<>();
        LIBRARIES.forEach((library, places) -> {
            Pattern name = Pattern.compile("(?<![\\w.])(" + library + ")\\.");
            for (Source source : SOURCES) {
                boolean mayUse = places.contains(source.folder()) || places.contains(source.name());
                if (!mayUse && name.matcher(source.code()).find()) {
                    broken.add(source.name() + " must not use " + library);
                }
            }
        });
        assertEquals(List.of(), broken);
    }

    @Test
    void nothingIsCalledThatDiffersBetweenMachines() {
        List<String> broken = new ArrayList<>();
        FORBIDDEN.forEach((what, pattern) -> {
            for (Source source : SOURCES) {
                boolean found = Pattern.compile(pattern).matcher(source.code()).find();
                if (found != EXCEPTIONS.contains(what + "@" + source.name())) {
                    broken.add(source.name() + (found ? ": " : " no longer needs its exception for ") + what);
                }
            }
        });
        assertEquals(List.of(), broken);
    }

    /** A thread that is not a daemon, and waits for something, keeps a process from its end. */
    @Test
    void everyThreadIsADaemon() {
        for (Source source : SOURCES) {
            assertEquals(
                    found("\\bnew\\s+Thread\\s*\\(", source.code()),
                    found("\\.\\s*setDaemon\\s*\\(\\s*true\\s*\\)", source.code()),
                    source.place() + " has threads that are no daemons");
            assertEquals(0, found(LASTING, source.code()), source.place() + " has timers or pools that are no daemons");
        }
        assertEquals(1, found(LASTING, "new Timer(name);"));
        assertEquals(0, found(LASTING, "new Timer(name, true);"));
        assertEquals(1, found(LASTING, "Executors.newFixedThreadPool(2);"));
        assertEquals(0, found(LASTING, "Executors.newFixedThreadPool(2, this::daemon);"));
    }

    private static long found(String pattern, String code) {
        return Pattern.compile(pattern).matcher(code).results().count();
    }

    @Test
    void forbiddenCallsAreRecognised() {
        assertEquals(1, count("double y = Math.exp(x);"));
        assertEquals(1, count("import static java.lang.Math.tanh;"));
        assertEquals(1, count("new Random(7)"));
        assertEquals(1, count("Map<String, X> m = new HashMap<>();"));
        assertEquals(1, count("System.exit(2);"));
        assertEquals(1, count("Runtime.getRuntime().exit(2);"));
        assertEquals(0, count("StrictMath.exp(x) + Math.sqrt(y) + Math.floorMod(a, b) + Randomness.uniform(s)"));
        assertEquals(0, count("new LinkedHashMap<>(); new java.util.TreeMap<>();"));
        assertEquals(0, count(SourceTree.code("/** Not Math.exp. */ int a; // nor new Random()\n \"System.exit()\"")));
    }

    private static long count(String code) {
        return FORBIDDEN.values().stream()
                .filter(pattern -> Pattern.compile(pattern).matcher(code).find())
                .count();
    }

    @Test
    void everyPackageIntroducesItselfInADozenLines() {
        NavigableSet<String> silent = new TreeSet<>();
        SOURCES.forEach(source -> silent.add(source.folder()));
        for (Source source : SOURCES) {
            if (source.isPackageInfo()) {
                silent.remove(source.folder());
                long lines = source.text()
                        .lines()
                        .filter(line -> line.startsWith(" * "))
                        .count();
                assertTrue(lines <= 12, source.place() + " introduces itself in " + lines + " lines");
            }
        }
        assertEquals(Set.of(), silent);
    }

    @Test
    void filesAreSmallAndNamedForWhatTheyAre() {
        for (Source source : SOURCES) {
            assertFalse(source.text().lines().count() > 300, source.place() + " has more than 300 lines");
            assertFalse(source.name().matches(".*(Impl|Utils?|Helper|Manager)$"), source.name() + " says nothing");
        }
    }
}
