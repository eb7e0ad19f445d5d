package tingting.sticker;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tingting.protocol.Json;

/// The stickers that come with the server. Their pictures are read when they are first asked for, and kept. Safe from
/// any thread.
public final class Stickers {
    /// Every shipped picture's width and height.
    private static final int PIXELS = 512;

    private static final String CONTENTS = "packs.json";
    private static final TypeReference<List<ShippedPack>> PACKS = new TypeReference<>() {};

    private record ShippedPack(UUID packId, Name name, List<ShippedSticker> stickers) {
        StickerPack offered() {
            return new StickerPack(
                    packId, name, stickers.stream().map(ShippedSticker::offered).toList());
        }
    }

    /// @param file of its picture, beside the table of contents
    private record ShippedSticker(UUID stickerId, String file, String emoji, Name name) {
        String url() {
            return "/media/stickers/" + stickerId + ".webp";
        }

        Sticker offered() {
            return new Sticker(stickerId, url(), emoji, name, PIXELS, PIXELS);
        }
    }

    private final List<StickerPack> packs;
    private final Map<String, ShippedSticker> byUrl;
    private final Map<String, Picture> pictures = new ConcurrentHashMap<>();

    /// Reads the table of contents.
    public Stickers() {
        List<ShippedPack> shipped = contents();
        this.packs = shipped.stream().map(ShippedPack::offered).toList();
        this.byUrl = shipped.stream()
                .flatMap(pack -> pack.stickers.stream())
                .collect(Collectors.toUnmodifiableMap(ShippedSticker::url, Function.identity()));
    }

    /// In the order in which they are offered.
    public List<StickerPack> packs() {
        return packs;
    }

    /// The sticker whose picture is at that path.
    public Optional<Sticker> at(String url) {
        return Optional.ofNullable(byUrl.get(url)).map(ShippedSticker::offered);
    }

    /// The picture at that path. Blocks when it is asked for the first time.
    public Optional<Picture> picture(String url) {
        return Optional.ofNullable(byUrl.get(url))
                .map(shipped -> pictures.computeIfAbsent(shipped.file, Stickers::read));
    }

    private static List<ShippedPack> contents() {
        try {
            return Json.MAPPER.readValue(bytes(CONTENTS), PACKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture read(String file) {
        try {
            byte[] bytes = bytes(file);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Picture(bytes, HexFormat.of().formatHex(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Stickers.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
