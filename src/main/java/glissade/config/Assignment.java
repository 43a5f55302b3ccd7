package glissade.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import java.util.Optional;

/**
 * One {@code --set path=value}: a line of HOCON. Where a key holds text, the value may also be bare text that HOCON
 * would want in quotes, such as {@code model.init=uniform(-0.1, 0.1)} or {@code data.path=s3://bucket/mnist}.
 */
record Assignment(String text) {
    Config parse() {
        return bareText()
                .orElseGet(() -> ConfigFactory.parseString(
                        text,
                        ConfigParseOptions.defaults()
                                .setOriginDescription(Place.override(text).origin())));
    }

    private Optional<Config> bareText() {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String value = text.substring(equals + 1).strip();
        boolean hocon = value.isEmpty() || value.equals("null") || value.startsWith("\"") || value.startsWith("${");
        String path = joined(text.substring(0, equals));
        if (hocon || Keys.find(path).filter(key -> key.type().textual()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ConfigValueFactory.fromAnyRef(value, Place.override(text).origin())
                        .atPath(path));
    }

    private static String joined(String path) {
        try {
            return String.join(".", ConfigUtil.splitPath(path.strip()));
        } catch (ConfigException e) {
            return ""; // not a path: HOCON will say so
        }
    }
}
