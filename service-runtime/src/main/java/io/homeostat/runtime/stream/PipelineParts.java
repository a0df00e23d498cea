package io.homeostat.runtime.stream;

import io.homeostat.runtime.rules.RuleBook;

/**
 * What a pipeline's topology works with, made outside of it and outliving its restarts. Immutable.
 *
 * @param rules the rules that it follows
 * @param stores where the states of its series lie
 * @param metrics its figures
 * @param quarantine the records that it passes over
 * @param catchUp tells whether a task has caught up with what it saw at its start
 */
public record PipelineParts(
        RuleBook rules, SeriesStores stores, StreamMetrics metrics, Quarantine quarantine, CatchUp catchUp) {}
