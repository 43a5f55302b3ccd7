package glissade.config;

import glissade.optim.Kind;
import glissade.optim.Recipe;
import glissade.optim.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys of a registry of kinds, made from what each kind says of itself: one for its name, {@code section.type}, and one
 * for each setting, {@code section.setting}, which has a meaning where a kind has a setting of that name.
 */
final class RecipeKeys {
    private final List<? extends Kind> kinds;
    private final Key<String> type;
    private final Map<String, Key<?>> settings = new LinkedHashMap<>();

    RecipeKeys(KeyGroup keys, String section, List<? extends Kind> kinds, String meaning) {
        this.kinds = kinds;
        this.type = keys.add(
                section + ".type",
                Choice.of(kinds.stream().map(Kind::name).toList()),
                kinds.get(0).name(),
                meaning);
        for (Kind kind : kinds) {
            for (Setting setting : kind.settings()) {
                settings.computeIfAbsent(setting.name(), name -> add(keys, section, setting));
            }
        }
    }

    private Key<?> add(KeyGroup keys, String section, Setting setting) {
        List<Kind> having = kinds.stream()
                .filter(kind -> find(kind, setting.name()) != null)
                .<Kind>map(kind -> kind)
                .toList();
        KeyGroup narrow = keys.onlyFor(type, having.stream().map(Kind::name).toList());
        return addTyped(narrow, section + "." + setting.name(), typeOf(setting), setting, having);
    }

    @SuppressWarnings("unchecked") // a setting's default is of the setting's type
    private <T> Key<T> addTyped(KeyGroup keys, String path, ValueType<T> valueType, Setting setting, List<Kind> having) {
        List<String> words = new ArrayList<>();
        for (Kind kind : having) {
            words.add(valueType.show((T) find(kind, setting.name()).fallback()));
        }
        boolean alike = words.stream().distinct().count() == 1;
        String shown = alike
                ? words.get(0)
                : having.stream()
                        .map(kind -> kind.name() + " " + words.get(having.indexOf(kind)))
                        .collect(Collectors.joining(", "));
        return keys.add(
                path,
                valueType,
                s -> (T) find(kind(s), setting.name()).fallback(),
                shown,
                setting.meaning());
    }

    private static Setting find(Kind kind, String name) {
        return kind.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static ValueType<?> typeOf(Setting setting) {
        return switch (setting.type()) {
            case NUMBER -> new RangedNumber(setting.range());
            case FLAG -> new Flag();
            case CHOICE -> Choice.of(setting.choices());
            case TABLE -> new TableType(setting);
        };
    }

    private Kind kind(Settings s) {
        String name = s.get(type);
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    /** The kind that is set, with all its settings. */
    Recipe read(Settings s) {
        Kind kind = kind(s);
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : kind.settings()) {
            given.put(setting.name(), s.get(settings.get(setting.name())));
        }
        return kind.recipe(given);
    }
}
