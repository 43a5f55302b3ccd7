package glissade.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order in which classes stand on the page and in pictures: by number if all names are numbers, else by alphabet. */
final class ClassOrder {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private ClassOrder() {}

    static List<String> of(Collection<String> names) {
        boolean numbers = names.stream().allMatch(name -> WHOLE.matcher(name).matches());
        Comparator<String> bySize = Comparator.comparingInt(Integer::parseInt);
        return names.stream()
                .distinct()
                .sorted(numbers ? bySize.thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder())
                .toList();
    }
}
