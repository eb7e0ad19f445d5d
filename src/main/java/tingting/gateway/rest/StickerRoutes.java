package tingting.gateway.rest;

import java.util.Arrays;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.sticker.Picture;
import tingting.sticker.Stickers;
import tingting.web.Representation;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Stickers: the packs, and their pictures for everybody who is signed in.
public final class StickerRoutes {
    private final Stickers stickers;
    private final MediaAccess access;

    public StickerRoutes(Stickers stickers, MediaAccess access) {
        this.stickers = stickers;
        this.access = access;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/stickers", request -> Response.ok(Page.all(stickers.packs())));
        routes.open().get("/media/stickers/:picture", this::picture);
    }

    private Response picture(Request request) throws Exception {
        access.require(request);
        Picture picture = stickers.picture(request.path()).orElseThrow(Problem::notFound);
        return access.answer(request, representation(picture));
    }

    private static Representation representation(Picture picture) {
        byte[] bytes = picture.bytes();
        return new Representation(
                "image/webp",
                picture.hash(),
                bytes.length,
                (offset, length) ->
                        new Response.Bytes(Arrays.copyOfRange(bytes, (int) offset, (int) (offset + length))));
    }
}
