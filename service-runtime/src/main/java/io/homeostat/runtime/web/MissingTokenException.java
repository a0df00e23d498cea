package io.homeostat.runtime.web;

import org.jspecify.annotations.Nullable;

/** A service would let strangers change things. */
final class MissingTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingTokenException(@Nullable String address) {
        super("server.address is " + (address == null ? "not set, so every address of this machine" : address)
                + ", which others can reach, and there is no HOMEOSTAT_TOKEN in the environment: set one, or bind to"
                + " 127.0.0.1");
    }
}
