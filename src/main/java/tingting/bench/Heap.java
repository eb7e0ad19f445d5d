package tingting.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The heap of another JVM of this user, asked through its management agent, which is started in it for that.
final class Heap implements AutoCloseable {
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    Heap(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
            memory = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        } catch (IOException | AttachNotSupportedException e) {
            throw new BenchFailure("The server's heap cannot be looked at: %s.".formatted(e.getMessage()), e);
        }
    }

    /// Bytes of living objects: has the garbage collected first.
    long living() {
        // what the first collection only finds to be unreachable (references, finished threads) the second one frees
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
