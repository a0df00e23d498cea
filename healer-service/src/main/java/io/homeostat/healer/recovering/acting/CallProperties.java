package io.homeostat.healer.recovering.acting;

import io.homeostat.runtime.settings.RefusedSettingException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the call to a person under {@code homeostat.healing}. Immutable.
 *
 * @param fallbackWebhook who is told that a person is needed, if the monitor makes no alert of it; {@code null}: nobody
 */
@ConfigurationProperties("homeostat.healing")
record CallProperties(@Nullable URI fallbackWebhook) {

    CallProperties {
        if (fallbackWebhook != null && fallbackWebhook.toString().isEmpty()) {
            fallbackWebhook = null;
        }
        if (fallbackWebhook != null && !fallbackWebhook.toString().matches("https?://[^/].*")) {
            // without its value, which may hold a secret
            throw RefusedSettingException.of(
                    "homeostat.healing.fallback-webhook",
                    "an address that begins with http:// or https://",
                    "something else");
        }
    }
}
