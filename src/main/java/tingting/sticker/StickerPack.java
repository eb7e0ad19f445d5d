package tingting.sticker;

import java.util.List;
import java.util.UUID;

/// Stickers of one hand, in the order in which they are offered.
public record StickerPack(UUID packId, Name name, List<Sticker> stickers) {}
