package linli.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the numbers were measured on.
 *
 * @param jdk the virtual machine, with its version
 * @param cores that it may use
 * @param heapMb largest heap of the measuring process, in MiB
 * @param load average at the start; below zero where the system does not tell
 */
record Machine(String jdk, int cores, long heapMb, double load) {
    static Machine now() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String render() {
        return String.format(
                Locale.ROOT, "%s, %d cores, heap of %d MiB, load average at start %.2f%n", jdk, cores, heapMb, load);
    }
}
