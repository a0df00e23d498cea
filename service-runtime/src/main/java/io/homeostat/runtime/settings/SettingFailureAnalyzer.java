package io.homeostat.runtime.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;

/** Says in one sentence, instead of a stack trace, which setting is refused and what is allowed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        BindException binding = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedSettingException) {
                return sentence(cause.getMessage(), failure);
            }
            if (cause instanceof BindException bind && bind.getName().toString().startsWith("homeostat")) {
                binding = bind;
            }
            if (binding != null && cause instanceof ConversionException conversion) {
                return sentence(unreadable(binding, conversion), failure);
            }
            if (binding != null && cause.getClass() == IllegalArgumentException.class) {
                return sentence(cause.getMessage(), failure);
            }
        }
        return null;
    }

    private static FailureAnalysis sentence(@Nullable String sentence, Throwable failure) {
        return new FailureAnalysis(sentence, null, failure);
    }

    private static String unreadable(BindException binding, ConversionException conversion) {
        ConfigurationProperty property = binding.getProperty();
        Class<?> type = conversion instanceof ConversionFailedException failed
                ? failed.getTargetType().getType()
                : Object.class;
        Object value = property == null ? "unreadable" : '"' + String.valueOf(property.getValue()) + '"';
        return "%s must be %s, was %s".formatted(binding.getName(), allowed(type), value);
    }

    private static String allowed(Class<?> type) {
        if (type == Duration.class) {
            return "a duration such as PT10S or 10s";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == short.class || type == Short.class) {
            return "a whole number up to " + Short.MAX_VALUE;
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return "a " + type.getSimpleName();
    }
}
