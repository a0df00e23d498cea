package io.homeostat.runtime.web;

/**
 * Why a request is refused. Immutable.
 *
 * @param status the HTTP status
 * @param sentence what was wrong, and what is allowed
 */
record Refusal(int status, String sentence) {}
