package io.homeostat.runtime.stream;

/** Makes the stores of all tasks of a process, which share one budget of series. Thread-safe. */
public class SeriesStores {

    private final SeriesBudget budget;

    /** Stores within a budget. */
    public SeriesStores(SeriesBudget budget) {
        this.budget = budget;
    }

    final SeriesBudget budget() {
        return budget;
    }

    /** The store of one task. */
    <S> SeriesStore<S> create(String name, SeriesForm<S> form) {
        return new SeriesStore<>(name, form, budget);
    }
}
