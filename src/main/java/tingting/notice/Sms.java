package tingting.notice;

/// A text message to one phone number, as the gateway behind the webhook gets it.
public record Sms(String to, String text) {}
