import json
import os

from kafka import KafkaConsumer, KafkaProducer

consumer = KafkaConsumer(
    'temperature',
    bootstrap_servers=os.environ.get('BOOTSTRAP', 'localhost:9092'),
    value_deserializer=lambda m: json.loads(m.decode('utf-8')))
producer = KafkaProducer(
    bootstrap_servers=os.environ.get('BOOTSTRAP', 'localhost:9092'),
    value_serializer=lambda v: json.dumps(v).encode('utf-8'))

for message in consumer:
    temperature = message.value['temperature']
    if temperature > 30:
        print("Healing: Adjusting temperature.", flush=True)
        adjusted_temperature = 30
        producer.send('temperature_adjusted', value={'temperature': adjusted_temperature})
        print(f"Adjusted Temperature: {adjusted_temperature}", flush=True)
