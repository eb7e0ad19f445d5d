package tingting.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.ServerProcess;
import tingting.testing.TestDatabase;

/// A file that is longer than the server's memory.
@Tag("no-database")
class LargeUploadTest {
    private static final int MEGABYTES = 200;

    @Test
    void two_hundred_megabytes_pass_through_a_server_with_a_heap_of_128() throws IOException {
        try (TestDatabase data = TestDatabase.create();
                ServerProcess server =
                        ServerProcess.start(data.directory(), data.url(), Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m"))) {
            Person an = Person.register(server.url(), "an.nguyen");
            CRC32 sent = new CRC32();
            JsonNode file = upload(an, server.url(), sent);
            assertThat(file.path("size").asInt()).isEqualTo(MEGABYTES << 20);
            assertThat(fetched(an, server.url() + file.path("url").asText())).isEqualTo(sent.getValue());
        }
    }

    private static JsonNode upload(Person by, String url, CRC32 sum) throws IOException {
        String before = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.bin\"\r\n\r\n";
        String after = "\r\n--b--\r\n";
        String head = "POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + by.token() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                + (before.length() + (MEGABYTES << 20) + after.length()) + "\r\n\r\n" + before;
        URI address = URI.create(url);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1 << 20];
            new Random(1).nextBytes(megabyte);
            for (int i = 0; i < MEGABYTES; i++) {
                megabyte[0] = (byte) i;
                sum.update(megabyte);
                out.write(megabyte);
            }
            out.write(after.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 201");
            return Json.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long fetched(Person by, String url) throws IOException {
        var connection = URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + by.token());
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(connection.getInputStream(), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.getValue();
    }
}
