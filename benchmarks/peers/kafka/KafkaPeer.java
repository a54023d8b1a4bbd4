import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;

/// One Kafka broker and a producer in one process, a peer of StreamMeasurement: `GET /put?records=500&bytes=1024` sends so
/// many records and answers when all are acknowledged. It syncs nothing, as Kafka does by default, unless the third
/// argument is `sync`.
///
///     java -Xmx512m -cp "$(cat peers/kafka/target/class-path)" peers/kafka/KafkaPeer.java PORT FOLDER [sync]
public class KafkaPeer {
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int broker = port + 1;
        int controller = port + 2;
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + broker + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("log.dirs", folder.resolve("logs").toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        if (arguments.length > 2) {
            settings.put("log.flush.interval.messages", "1");
        }
        Path file = folder.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
                },
                System.out);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        Map<String, Object> client = Map.of("bootstrap.servers", "127.0.0.1:" + broker);
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("bench", 8, (short) 1)))
                    .all()
                    .get();
        }
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        "127.0.0.1:" + broker,
                        "acks",
                        "all",
                        "linger.ms",
                        "0",
                        "batch.size",
                        1 << 20,
                        "buffer.memory",
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/put", exchange -> {
            String[] parts = exchange.getRequestURI().getQuery().split("[=&]");
            int records = Integer.parseInt(parts[1]);
            int bytes = Integer.parseInt(parts[3]);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int at = 0; at < records; at++) {
                sent.add(producer.send(new ProducerRecord<>("bench", ("user-" + at).getBytes(), new byte[bytes])));
            }
            producer.flush();
            int status = 200;
            for (Future<RecordMetadata> one : sent) {
                if (one.state() != Future.State.SUCCESS) {
                    status = 500;
                }
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        http.start();
        System.out.println("ready http://127.0.0.1:" + port);
    }
}
