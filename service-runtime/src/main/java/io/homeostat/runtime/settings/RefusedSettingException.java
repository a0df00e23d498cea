package io.homeostat.runtime.settings;

/** A setting that is not allowed; the message is one sentence that names the key, what is allowed, and the value. */
public final class RefusedSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public RefusedSettingException(String sentence) {
        super(sentence);
    }

    /** Says {@code key must be allowed, was value}. */
    public static RefusedSettingException of(String key, String allowed, Object value) {
        return new RefusedSettingException("%s must be %s, was %s".formatted(key, allowed, value));
    }
}
