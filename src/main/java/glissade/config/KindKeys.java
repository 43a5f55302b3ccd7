package glissade.config;

import glissade.optim.Kind;
import glissade.optim.Recipe;
import glissade.optim.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of something chosen by name, such as an optimizer: {@code SECTION.type}, and one key for every name that a
 * setting has in any kind. They follow from the kinds: a new kind brings its keys with it. The first kind is the
 * default.
 */
final class KindKeys {
    private final String section;
    private final List<? extends Kind> kinds;
    private final Key<String> type;
    private final Map<String, Key<?>> settings = new LinkedHashMap<>();

    KindKeys(KeyGroup group, String section, List<? extends Kind> kinds, String meaning) {
        this.section = section;
        this.kinds = List.copyOf(kinds);
        List<String> names = kinds.stream().map(Kind::name).toList();
        String meanings = kinds.stream()
                .map(kind -> kind.name() + ": " + kind.meaning())
                .collect(Collectors.joining("; ", meaning + "; ", ""));
        this.type = group.add(section + ".type", OneOf.of(names), names.get(0), meanings);
        kinds.stream()
                .flatMap(kind -> kind.settings().stream())
                .map(Setting::name)
                .distinct()
                .forEach(name -> settings.put(name, key(group, name)));
    }

    Key<String> type() {
        return type;
    }

    /** The kind that is chosen, with its settings. */
    Recipe read(Settings all) {
        Kind kind = kinds.stream()
                .filter(each -> each.name().equals(all.get(type)))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = new TreeMap<>();
        for (Setting setting : kind.settings()) {
            values.put(setting.name(), all.get(settings.get(setting.name())));
        }
        return kind.recipe(values);
    }

    private Key<?> key(KeyGroup group, String name) {
        Map<String, Setting> byKind = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            kind.settings().stream()
                    .filter(setting -> setting.name().equals(name))
                    .forEach(setting -> byKind.put(kind.name(), setting));
        }
        requireAgreement(name, byKind);
        KeyGroup narrowed = group.onlyFor(type, List.copyOf(byKind.keySet()));
        Setting first = byKind.values().iterator().next();
        return switch (first.type()) {
            case NUMBER -> key(narrowed, name, new RealNumber(first.range()), byKind);
            case FLAG -> key(narrowed, name, new Flag(), byKind);
            case CHOICE -> key(narrowed, name, OneOf.of(first.choices()), byKind);
            case TABLE -> key(narrowed, name, new EpochTable(first), byKind);
        };
    }

    @SuppressWarnings("unchecked") // a setting's default has its own type, for which the value type was chosen
    private <T> Key<T> key(KeyGroup group, String name, ValueType<T> valueType, Map<String, Setting> byKind) {
        return group.add(
                section + "." + name,
                valueType,
                all -> (T) byKind.get(all.get(type)).fallback(),
                inWords(byKind, " ", ", ", setting -> valueType.show((T) setting.fallback())),
                inWords(byKind, ": ", "; ", Setting::meaning));
    }

    /** A key has one type, whatever kind it is set for. */
    private void requireAgreement(String name, Map<String, Setting> byKind) {
        long types = byKind.values().stream()
                .map(setting -> List.of(setting.type(), String.valueOf(setting.range()), setting.choices()))
                .distinct()
                .count();
        if (types > 1) {
            throw new IllegalStateException(section + "." + name + " differs in type between " + byKind.keySet());
        }
    }

    /** What all kinds agree on, else what each says. */
    private static String inWords(
            Map<String, Setting> byKind, String colon, String comma, Function<Setting, String> saying) {
        List<String> sayings = byKind.values().stream().map(saying).distinct().toList();
        return sayings.size() == 1
                ? sayings.get(0)
                : byKind.entrySet().stream()
                        .map(entry -> entry.getKey() + colon + saying.apply(entry.getValue()))
                        .collect(Collectors.joining(comma));
    }
}
