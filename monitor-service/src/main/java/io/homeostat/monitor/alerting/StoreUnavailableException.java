package io.homeostat.monitor.alerting;

/** Says that the database cannot be asked now; its message is a sentence for the caller. */
class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message) {
        super(message);
    }
}
