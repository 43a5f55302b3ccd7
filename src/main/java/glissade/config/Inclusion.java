package glissade.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an experiment's text, and the texts it includes, beside it. HOCON itself would pass over a missing file in
 * silence.
 */
final class Inclusion implements ConfigIncluder, ConfigIncluderFile {
    /** A text that cannot be had; the message says why. */
    static final class UnreadableText extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ExperimentSource source;

        UnreadableText(ExperimentSource source, String message, Throwable cause) {
            super(message, cause);
            this.source = source;
        }

        ExperimentSource source() {
            return source;
        }
    }

    private final ExperimentSource source;
    private final List<String> chain;

    private Inclusion(ExperimentSource source, List<String> chain) {
        this.source = source;
        this.chain = chain;
    }

    static Config parse(ExperimentSource source) {
        return parse(source, List.of());
    }

    private static Config parse(ExperimentSource source, List<String> includedFrom) {
        if (includedFrom.contains(source.name())) {
            throw new UnreadableText(source, "it includes itself", null);
        }
        List<String> chain = new ArrayList<>(includedFrom);
        chain.add(source.name());
        String text;
        try {
            text = source.text();
        } catch (IOException e) {
            throw new UnreadableText(source, e.getMessage(), e);
        }
        return ConfigFactory.parseString(
                text,
                ConfigParseOptions.defaults()
                        .setOriginDescription(source.name())
                        .setIncluder(new Inclusion(source, chain)));
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return parse(source.sibling(what), chain).root();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return include(context, what.getPath());
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }
}
