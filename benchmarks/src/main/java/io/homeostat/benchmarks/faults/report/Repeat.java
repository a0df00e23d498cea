package io.homeostat.benchmarks.faults.report;

import io.homeostat.benchmarks.faults.judging.Judgement;

/**
 * One line of the figures: what one repeat of one fault came to. Immutable.
 *
 * @param fault its name
 * @param title what was done, for people
 * @param origin from where it came, for people
 * @param number counts the fault's repeats from 1
 * @param load the machine's load average of the minute before its end: above the number of cores, others had their share
 * @param judgement what came of it
 */
public record Repeat(String fault, String title, String origin, int number, double load, Judgement judgement) {}
